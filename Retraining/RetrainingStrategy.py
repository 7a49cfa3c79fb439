from AlgorithmImports import *
from alphamix import AlphaMixAlpha, AlphaMixPortfolio, expected_bps, extension_set, load_assembly, parameters, set_costs

load_assembly("Retraining", "AlphaMix.Retraining")
from AlphaMix.Core.Pools import Pool, PoolTimeline
from AlphaMix.Lean import PoolStore
from AlphaMix.Retraining import PoolRetrainer
from System import DateOnly
from System.Collections.Generic import KeyValuePair, List


class RetrainingStrategy(QCAlgorithm):
    """Trains its own pools, in Python: the twin of Main.cs, with the same orders.

    One pool before the start, and a new one at the beginning of every so many months, each on the history up to then. The trainer is the
    project's own, in C#. Main.cs says what each parameter means.
    """

    def initialize(self):
        given = parameters(
            self, tickers="", pool="alphamix/index.json", months=12, history_days=1250, seed=1, from_=datetime(2016, 9, 1),
            to=datetime(2017, 9, 1), cash=1_000_000.0, extension="", cost_model="", cost_per_order=-1.0, cost_bps=float,
            max_turnover=1.0, state="alphamix/RetrainingStrategy-state.json")
        extensions = extension_set(*filter(None, given.extension.split(";")))
        self.set_start_date(given.from_)
        self.set_end_date(given.to)
        self.set_cash(given.cash)
        self.set_benchmark(lambda time: 1)
        self.universe_settings.resolution = Resolution.DAILY
        symbols = List[Symbol]()
        for ticker in self.tickers_of(given):
            security = self.add_equity(ticker, Resolution.DAILY)
            set_costs(security, given.cost_model, given.cost_per_order, extensions)
            symbols.Add(security.symbol)

        self.months = given.months
        self.retrainer = PoolRetrainer(symbols, given.history_days, given.seed)
        pools = List[KeyValuePair[DateOnly, Pool]]()
        pools.Add(KeyValuePair[DateOnly, Pool](DateOnly.FromDateTime(self.start_date), self.retrainer.train(self)))
        self.pools = PoolTimeline(pools)
        self.set_alpha(AlphaMixAlpha(self, self.pools, cost_bps=expected_bps(given.cost_model, given.cost_bps, extensions)))
        self.set_portfolio_construction(AlphaMixPortfolio(max_turnover=given.max_turnover, state_key=given.state))
        self.train(self.date_rules.month_start(symbols[0]), self.time_rules.midnight, self.retrain)

    def retrain(self):
        last = self.pools.last_from
        if 12 * (self.time.year - last.Year) + self.time.month - last.Month < self.months:
            return
        pool = self.retrainer.train(self)
        self.pools.add(DateOnly.FromDateTime(self.time), pool)
        fitted = pool.manifest.fitted_through.ToString("yyyy-MM-dd")
        self.log(f"RetrainingStrategy: a pool fitted through {fitted} trades from {self.time:%Y-%m-%d}.")

    def tickers_of(self, given):
        if given.tickers:
            return [ticker.strip() for ticker in given.tickers.replace(",", ";").split(";")]
        index = PoolStore.read_timeline(self, given.pool)
        return sorted({ticker for pool in index.pools for ticker in pool.manifest.universe})
