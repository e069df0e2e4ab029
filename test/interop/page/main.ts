import { createPhone, type Phone, type PhoneSettings } from '../../../src/phone/index.js';

declare global {
  interface Window {
    /** Makes the page's phone and connects it. */
    openPhone(settings: PhoneSettings): void;
    phone: Phone;
  }
}

window.openPhone = (settings) => {
  window.phone = createPhone(settings);
  window.phone.connect();
};
