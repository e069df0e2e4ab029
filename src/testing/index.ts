export {
  type Account,
  createExchange,
  type DigestAlgorithm,
  developmentAccounts,
  type Exchange,
  type ExchangeOptions,
  type ExpiryOptions,
  type Line,
  type Peer,
} from './createExchange.js';
export { createWire, type Wire, type WireMessage, type WireOptions } from './createWire.js';
export {
  createFakeMedia,
  type FakeDevice,
  type FakeMedia,
  type FakeMediaOptions,
  type FakePeerConnection,
  type FakePlayback,
} from './fakeMedia.js';
export { type FakePhone, fakeCall, fakePhone } from './fakePhone.js';
