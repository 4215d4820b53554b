/** The card on the start page: part of the first load, so as short as can be. */
export const newsCard = {
  title_one: '1 nyhed siden {{since}}',
  title_other: '{{count}} nyheder siden {{since}}',
  open: 'Se alle',
  looked: 'Markér som set',
};
