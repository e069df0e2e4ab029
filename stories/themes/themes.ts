import './clinic.css';
import './fizz.css';
import './terminal.css';

/** Whole looks that are made of tokens alone. Each is the class `theme-…` of its sheet. */
export const themes = [
  { name: 'clinic', title: 'Clinic' },
  { name: 'terminal', title: 'Terminal' },
  { name: 'fizz', title: 'Fizz' },
] as const;
