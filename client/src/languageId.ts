/** Id of the language and prefix of everything that the extension contributes. */
export const LANGUAGE_ID = 'annual-report';
