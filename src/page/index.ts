export { showCallerInTitle } from './title.js';
