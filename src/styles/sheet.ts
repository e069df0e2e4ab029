import text from './styles.css?inline';

/** All styles of the widgets as text, for a shadow root. The build puts the finished sheet here. */
export const sheet: string = text;
