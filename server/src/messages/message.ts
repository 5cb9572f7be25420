/** Language of messages; Chinese first. */
export type Language = 'zh-CN' | 'en';

/** Values that a message may mention. */
export type MessageArgs = Readonly<Record<string, string | number>>;

/** Messages of one language by id. Every id exists in every language; a test compares them. */
export type Catalogue = Readonly<Record<string, (args: MessageArgs) => string>>;
