/** Why an input cannot be read, with what the wording mentions. */
export interface Unreadable {
  readonly reason:
    | 'cli.notFound'
    | 'cli.noMatch'
    | 'cli.noReport'
    | 'cli.foreignEncoding'
    | 'cli.misreadAsLatin1'
    | 'cli.misreadAsGb18030'
    | 'cli.cannotRead'
    | 'cli.noPermission'
    | 'cli.isFolder'
    | 'cli.nothingInFolder'
    | 'cli.passedOver'
    | 'cli.unreadForm'
    | 'cli.notFile'
    | 'cli.brokenLink'
    | 'cli.circularLink'
    | 'cli.empty'
    | 'cli.tooLarge'
    | 'cli.settingsTooLarge'
    | 'cli.notUtf8'
    | 'cli.notUtf16'
    | 'cli.wrongMark'
    | 'cli.notText'
    | 'cli.failed'
    | 'cli.badConfig'
    | 'cli.badFormat'
    | 'cli.badStatute'
    | 'cli.documentRefused'
    | 'cli.badKnown'
    | 'cli.noSummary';
  readonly detail: string;
}

/** An input that cannot be read, or a settings file with an error. */
export interface InputProblem extends Unreadable {
  readonly path: string;
}
