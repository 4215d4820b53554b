import { ClusterDetail, ClusterHistory, ClusterParams, ClusterQuery, HistoryQuery } from './cluster.js';
import { DaysWithout, DaysWithoutQuery } from './days-without.js';
import { AuditClash, AuditClashQuery, CapacityBody } from './expert-capacity.js';
import * as facts from './facts.js';
import { ClusterForecast, ClusterForecastQuery, Forecast, ForecastQuery } from './forecast.js';
import { LanguageChoice, Me, SignInOptions } from './me.js';
import { Portfolio, PortfolioQuery } from './portfolio.js';
import { AuditTrialQuery, AuditTrialView, ChainReading, Timeline, TimelineQuery } from './timeline.js';
import { Ok } from './values.js';
import type { Endpoint } from './endpoint.js';

/** Reading of portfolio and cluster, and whoever asks. */
export const overviewEndpoints = {
  'sign-in.options': { method: 'GET', path: '/sign-in-options', permission: null, response: SignInOptions },
  'me.read': { method: 'GET', path: '/me', permission: 'me:read', response: Me },
  'me.language': { method: 'PATCH', path: '/me/language', permission: 'me:read', body: LanguageChoice, response: Ok },
  'portfolio.read': { method: 'GET', path: '/portfolio', permission: 'portfolio:read', query: PortfolioQuery, response: Portfolio },
  'days-without.read': {
    method: 'GET',
    path: '/days-without',
    permission: 'portfolio:read',
    query: DaysWithoutQuery,
    response: DaysWithout,
  },
  'timeline.read': { method: 'GET', path: '/timeline', permission: 'portfolio:read', query: TimelineQuery, response: Timeline },
  'forecast.read': { method: 'GET', path: '/forecast', permission: 'portfolio:read', query: ForecastQuery, response: Forecast },
  'audit-clash.read': {
    method: 'GET',
    path: '/audit-clash',
    permission: 'expert-capacity:read',
    query: AuditClashQuery,
    response: AuditClash,
  },
  'expert-capacity.save': {
    method: 'PUT',
    path: '/expert-capacity',
    permission: 'expert-capacity:edit',
    body: CapacityBody,
    response: Ok,
  },
  'cluster.forecast': {
    method: 'GET',
    path: '/clusters/:slug/forecast',
    permission: 'cluster:read',
    params: ClusterParams,
    query: ClusterForecastQuery,
    response: ClusterForecast,
  },
  'chain.read': {
    method: 'GET',
    path: '/clusters/:slug/chain',
    permission: 'cluster:read',
    params: ClusterParams,
    query: ClusterQuery,
    response: ChainReading,
  },
  'audit.try': {
    method: 'GET',
    path: '/clusters/:slug/audit-trial',
    permission: 'cluster:read',
    params: ClusterParams,
    query: AuditTrialQuery,
    response: AuditTrialView,
  },
  'cluster.read': {
    method: 'GET',
    path: '/clusters/:slug',
    permission: 'cluster:read',
    params: ClusterParams,
    query: ClusterQuery,
    response: ClusterDetail,
  },
  'cluster.history': {
    method: 'GET',
    path: '/clusters/:slug/history',
    permission: 'cluster:read',
    params: ClusterParams,
    query: HistoryQuery,
    response: ClusterHistory,
  },
  'cluster.edit': {
    method: 'PATCH',
    path: '/clusters/:slug',
    permission: 'cluster:edit',
    params: ClusterParams,
    body: facts.ClusterEdit,
    response: Ok,
  },
} as const satisfies Record<string, Endpoint>;
