export const font = `font-family:'IBM Plex Sans','Segoe UI',system-ui,-apple-system,'Helvetica Neue',Arial,sans-serif`;

export const colour = {
  page: '#EEF1F5',
  paper: '#FFFFFF',
  header: '#003972',
  mark: '#F2C14E',
  ink: '#1A1A1A',
  muted: '#4F5965',
  line: '#E1E6EC',
  edge: '#CDD5DE',
  firm: '#7E8A99',
  link: '#0059B3',
  sunken: '#F7F8FA',
  soon: '#FFEECC',
  soonEdge: '#8F5F00',
};

/** Stacks the dates where two columns do not fit, and lets a button be as wide as a phone; clients without media queries wrap them instead. */
export const mailStyle = `@media (max-width:480px){.kv-side{padding-left:16px!important;padding-right:16px!important}.kv-page{padding:0!important}.kv-date td{display:block!important;text-align:left!important;padding:2px 12px!important;border:0!important}.kv-date td:first-child{padding-top:10px!important}.kv-date td:last-child{padding-bottom:10px!important}.kv-date{display:block!important;border-bottom:1px solid ${colour.line}!important}.kv-button,.kv-button tbody,.kv-button tr,.kv-button a{display:block!important;text-align:center!important}}`;

/** For lists of mails, which show what comes first; nobody who opens the mail sees or hears it. */
export const unseen = 'display:none;mso-hide:all;max-height:0;overflow:hidden;font-size:1px;line-height:1px;color:#EEF1F5';

/** Long names and addresses break rather than widen the page. */
const breaks = 'overflow-wrap:anywhere';
export const paragraph = `margin:0 0 14px;font-size:16px;line-height:25px;color:${colour.ink};${breaks}`;
export const small = `margin:0 0 6px;font-size:13px;line-height:19px;color:${colour.muted};${breaks}`;
export const title = `margin:0 0 16px;font-size:24px;line-height:31px;font-weight:600;color:${colour.ink};${breaks}`;
export const heading = `margin:0 0 12px;padding:20px 0 0;border-top:1px solid ${colour.firm};font-size:20px;line-height:26px;font-weight:600;color:${colour.ink};${breaks}`;
