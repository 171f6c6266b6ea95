/**
 * What a reader types before React has taken over a page is put back by it (a textarea gets the value it was rendered
 * with). So a script of the page's head notes it on the element, where `useEarlyTyping` finds it.
 */
export interface EarlyField extends HTMLElement {
  typedEarly?: string;
}

export const earlyTypingScript =
  'addEventListener("input",e=>{if(e.target)e.target.typedEarly=e.target.value},{capture:true,passive:true})';
