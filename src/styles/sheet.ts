/** All styles of the widgets as text, for a shadow root. The build puts the finished sheet here. */
export { default as sheet } from './styles.css?inline';
