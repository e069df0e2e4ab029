/** The development exchange behind this page. */
export const EXCHANGE = {
  url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sip`,
  domain: 'hookswitch.test',
};
