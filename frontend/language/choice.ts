/** A language as the server names it. */
export interface Language {
  /** Such as `zh`; kept in the cookie. */
  code: string;
  /** For the `lang` attribute. */
  tag: string;
  /** In its own words. */
  name: string;
}

/** Browsers keep no cookie for longer. */
const SECONDS = 400 * 24 * 60 * 60;

/** The cookie that keeps a choice for all pages of the application, wherever it lies. */
export function choice(name: string, code: string, base: URL): string {
  const secure = base.protocol === 'https:' ? '; Secure' : '';
  return `${name}=${code}; Path=${base.pathname}; Max-Age=${SECONDS}; SameSite=Lax${secure}`;
}
