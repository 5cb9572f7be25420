// Schema and page of an object in a file of the workspace's own, from its table of fields.

/** JSON schema of an object; `form` gives that of one field's value. */
export function fieldSchema(fields, form) {
  return {
    type: 'object',
    required: Object.keys(fields).filter(name => fields[name].isRequired),
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        { ...form(field), description: `${field.chinese}${field.english}` },
      ]),
    ),
  };
}

/** The fields for people; `forms` has the form of each kind in both languages, but for words to choose from. */
export function fieldTable(fields, forms) {
  const rows = Object.entries(fields).map(([name, { kind, choices, isRequired, chinese, english }]) => [
    `\`${name}\`${isRequired ? ' *' : ''}`,
    choices && kind !== 'role' ? choices.map(word => `\`${word}\``).join(' ') : forms[kind].join(' / '),
    `${chinese}${english}`,
  ]);
  return [['项目 / field', '写法 / form', '意思 / meaning'], ['---', '---', '---'], ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}
