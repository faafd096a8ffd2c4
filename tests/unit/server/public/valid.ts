/** What an HTML validator finds in a page. */
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-raw-characters': 'off',
    'tel-non-breaking': 'off',
    // Its own files, from its own server.
    'require-sri': 'off',
  },
});

/** Faults by line; none for a valid page. */
export const faultsOf = async (page: string): Promise<string[]> =>
  (await validator.validateString(page)).results.flatMap(({ messages }) =>
    messages.map((one) => `${one.line}: ${one.ruleId} ${one.message}`),
  );
