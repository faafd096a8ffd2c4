/** Headers that keep a page to itself, and the rate limit. */
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { TooManyRequests } from './errors.ts';

/**
 * Requests a minute from one address. A village, or a whole township behind one provider's address, comes from one:
 * this stops a flood, and nothing that people or their devices do.
 */
export const REQUESTS_PER_MINUTE = 30_000;
/** Setup calls in ten minutes, from everybody together: it is done once, and guessing is hopeless. */
export const SETUP_TRIES = 20;

/**
 * Looks under receipt codes in a minute from one address: more than a village that waits for its answers, far fewer than
 * would ever meet a code that exists (tests/unit/server/receipt-codes.test.ts counts it).
 */
export const RECEIPT_LOOKS_PER_MINUTE = 600;

/** What a page may use of the device: the camera for photos and QR codes, the place of a sheet when asked, nothing else. */
const PERMISSIONS = [
  'camera=(self)',
  'geolocation=(self)',
  ...'microphone payment usb serial bluetooth midi hid display-capture browsing-topics'
    .split(' ')
    .map((name) => `${name}=()`),
].join(', ');

/** For what is data: should a browser ever show it as a page, that page can do nothing. */
export const NO_PAGE = "default-src 'none'; frame-ancestors 'none'; sandbox";

export interface SecurityOptions {
  /** Sites that may show the pages in a frame; none when left out. */
  frameAncestors?: string[];
  /** Browsers are told to come back by HTTPS only. */
  https: boolean;
  requestsPerMinute?: number;
}

/** Applies to every route added afterwards. */
export async function secure(app: FastifyInstance, options: SecurityOptions): Promise<void> {
  const { frameAncestors } = options;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: frameAncestors ?? ["'none'"],
      },
    },
    frameguard: frameAncestors ? false : { action: 'deny' },
    strictTransportSecurity: options.https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // A page on plain http in a village network has neither.
    crossOriginOpenerPolicy: options.https ? { policy: 'same-origin' } : false,
    originAgentCluster: options.https,
    // For browsers that cannot run the app at all.
    dnsPrefetchControl: false,
    ieNoOpen: false,
    permittedCrossDomainPolicies: false,
    xssFilter: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onRequest', async (request, reply) => {
    // An answer of the API is no page: it needs no permissions, and each byte is paid for on a village's line.
    if (request.url.startsWith('/api/')) void reply.header('content-security-policy', NO_PAGE);
    else void reply.header('permissions-policy', PERMISSIONS);
  });
  await app.register(rateLimit, {
    global: true,
    max: options.requestsPerMinute ?? REQUESTS_PER_MINUTE,
    timeWindow: 60_000,
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    errorResponseBuilder: () => new TooManyRequests('rate limit'),
  });
}

/** Route options for what is read under a receipt code. */
export const receiptLimit = { rateLimit: { max: RECEIPT_LOOKS_PER_MINUTE, timeWindow: 60_000 } };

/** Route options for the setup calls. */
export const setupLimit = {
  rateLimit: { max: SETUP_TRIES, timeWindow: 600_000, keyGenerator: () => 'setup' },
};
