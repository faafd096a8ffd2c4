import { describe, expect, it } from 'vitest';
import { messageSettings, MessageSettingsError } from '../../../../src/server/messages/settings.ts';
import { inPlainWords } from '../../../../src/server/commands/problems.ts';
import { httpEnv, smppEnv } from './samples.ts';

const problemsOf = (env: Record<string, string>): string[] => {
  try {
    messageSettings(env);
    return [];
  } catch (error) {
    return (error as MessageSettingsError).problems;
  }
};

describe('the settings of text messages', () => {
  it('are off when nothing is set', () => {
    expect(messageSettings({ PATH: '/bin' })).toBeNull();
    expect(messageSettings({ GONGKAILAN_SMS_GATEWAY: '' })).toBeNull();
  });

  it('are read for SMPP, with usual values for what is left out', () => {
    expect(messageSettings(smppEnv(2776))).toMatchObject({
      gateway: { kind: 'smpp', host: '127.0.0.1', port: 2776, tls: false, prefix: '86', long: 'udh' },
      dryRun: false,
      dailyLimit: 5_000,
      perSecond: 10,
      expireAfter: 48 * 3_600_000,
    });
    expect(messageSettings({ ...smppEnv(0), GONGKAILAN_SMS_SMPP_URL: 'ssmpp://smsc.example' })).toMatchObject(
      {
        gateway: { tls: true, port: 3550 },
      },
    );
  });

  it('are read for HTTP', () => {
    expect(messageSettings(httpEnv('http://127.0.0.1:9'))).toMatchObject({
      gateway: { kind: 'http', method: 'POST', ok: { path: 'code', values: ['0'] }, id: 'data.id' },
    });
  });

  it('say everything that is wrong at once, and quote no secret', () => {
    const problems = problemsOf({
      ...smppEnv(1),
      GONGKAILAN_SMS_SMPP_PASSWORD: 'much-too-long-a-password',
      GONGKAILAN_SMS_SMPP_URL: 'http://x',
      GONGKAILAN_SMS_DAILY_LIMIT: 'viel',
      GONGKAILAN_SMS_DALY_LIMIT: '1',
    }).join('\n');
    for (const name of ['SMPP_PASSWORD', 'SMPP_URL', 'DAILY_LIMIT', 'DALY_LIMIT'])
      expect(problems).toContain(name);
    expect(problems).not.toContain('much-too-long');
    expect(problems).not.toContain('viel');
  });

  it.each([
    [{ GONGKAILAN_SMS_HTTP_FIELDS: 'to={number}' }, '{text}'],
    [{ GONGKAILAN_SMS_HTTP_FIELDS: 'nothing' }, 'a=1&b=2'],
    [{ GONGKAILAN_SMS_HTTP_SIGN_FIELDS: 'other' }, 'other'],
    [{ GONGKAILAN_SMS_HTTP_SECRET: '' }, 'HTTP_SECRET'],
    [{ GONGKAILAN_SMS_HTTP_OK: '' }, 'HTTP_OK'],
    [{ GONGKAILAN_SMS_HTTP_METHOD: 'GET', GONGKAILAN_SMS_HTTP_FORMAT: 'json' }, 'HTTP_FORMAT'],
    [{ GONGKAILAN_SMS_HTTP_REPORT_SECRET: 'short' }, 'HTTP_REPORT_SECRET'],
  ])('of an HTTP gateway are refused: %o', (change, named) => {
    expect(
      problemsOf({ ...httpEnv('http://127.0.0.1:9'), ...change } as Record<string, string>).join(),
    ).toContain(named);
  });

  it('stop the start in plain words', () => {
    expect(inPlainWords(new MessageSettingsError(['GONGKAILAN_SMS_GATEWAY: 必须填写']))).toContain(
      '短信的设置有误',
    );
  });
});
