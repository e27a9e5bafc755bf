/** A page of our own to go on to after signing in; anything else would let a link carry people away. */
export const ownPage = (returnTo: string | null | undefined): string =>
  returnTo?.startsWith('/') && !/^\/[/\\]/.test(returnTo) && !returnTo.startsWith('/api/') ? returnTo : '/';
