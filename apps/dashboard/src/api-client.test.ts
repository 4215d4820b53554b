import { calendarDate } from '@klyngevagt/scoring';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressOf, api, ApiProblem, speak } from './api-client.js';

afterEach(() => {
  vi.unstubAllGlobals();
  speak('da');
});

function pretend(answer: () => Promise<Response> | Response) {
  const fetch = vi.fn((_address: string, _init: RequestInit) => Promise.resolve().then(answer));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}
const json = (status: number, body: unknown, headers = {}) => new Response(JSON.stringify(body), { status, headers });

describe('api.get', () => {
  it('asks for the path of the contract, with the query that was given and nothing undefined', async () => {
    const fetch = pretend(() => json(200, { rows: [] }));
    await api.get('portfolio.read', { query: { on: calendarDate('2027-03-01'), programme: undefined } });
    expect(fetch.mock.calls[0]?.[0]).toBe('/api/v1/portfolio?on=2027-03-01');
    expect(fetch.mock.calls[0]?.[1].method).toBe('GET');
  });

  it("sends the session and the reader's language", async () => {
    const fetch = pretend(() => json(200, {}));
    speak('en');
    await api.get('me.read', {});
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ credentials: 'same-origin', headers: { 'accept-language': 'en' } });
  });

  it('fills parameters in, escaped', () => {
    expect(addressOf('/clusters/:slug/history', { slug: 'a/b' })).toBe('/clusters/a%2Fb/history');
  });
});

describe('api.send', () => {
  it('sends the body as JSON by the method of the contract', async () => {
    const fetch = pretend(() => json(200, { id: 'x' }));
    await api.send('note.write', { params: { slug: 'made' }, body: { text: 'Ringet.' } });
    const [address, init] = fetch.mock.calls[0] ?? [];
    expect(address).toBe('/api/v1/clusters/made/notes');
    expect(init).toMatchObject({ method: 'POST', body: '{"text":"Ringet."}', headers: { 'content-type': 'application/json' } });
  });
});

describe('ApiProblem', () => {
  const refusal = async (): Promise<ApiProblem> => {
    const error: unknown = await api.get('me.read', {}).catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(ApiProblem);
    return error as ApiProblem;
  };

  it('carries code, sentence, refused fields and the number for support', async () => {
    pretend(() =>
      json(400, {
        type: 'about:blank',
        title: 'Ugyldig',
        status: 400,
        code: 'invalid-input',
        detail: 'Ret datoen.',
        requestId: 'req-9',
        errors: [{ field: 'validUntil', code: 'invalid', message: 'Datoen findes ikke.' }],
      }),
    );
    const problem = await refusal();
    expect(problem).toMatchObject({ code: 'invalid-input', status: 400, detail: 'Ret datoen.', requestId: 'req-9' });
    expect(problem.fields).toEqual({ validUntil: 'Datoen findes ikke.' });
  });

  it('is `offline` when the server was not reached', async () => {
    pretend(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await refusal()).toMatchObject({ code: 'offline', status: 0, requestId: null });
  });

  it('is `unreadable` for an answer that is no problem+json, and keeps the number of the header', async () => {
    pretend(() => new Response('<html>Bad gateway</html>', { status: 502, headers: { 'x-request-id': 'req-3' } }));
    expect(await refusal()).toMatchObject({ code: 'unreadable', status: 502, requestId: 'req-3' });
  });

  it('is not made of a request that was given up', async () => {
    pretend(() => Promise.reject(new DOMException('aborted', 'AbortError')));
    const error: unknown = await api.get('me.read', {}).catch((aborted: unknown) => aborted);
    expect(error).not.toBeInstanceOf(ApiProblem);
  });
});
