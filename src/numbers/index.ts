export { NumberFormatProvider, type NumberFormatProviderProps } from './NumberFormatProvider.js';
