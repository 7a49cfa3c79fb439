from AlgorithmImports import *
from alphamix import AlphaMixAlpha, AlphaMixPortfolio
from AlphaMix.Lean import PoolStore
from System import TimeOnly


class $NAME$(QCAlgorithm):
    """Trades a pool of storage/alphamix/: at each close it ranks its universe, and the rule evaluated with it trades.

    Parameters, all optional: pool (its key, or that of an index of dated pools), from, to (yyyy-MM-dd).
    """

    def initialize(self):
        for name in self.get_parameters().keys():
            if name not in ("pool", "from", "to"):
                raise ValueError(f"There is no parameter {name}: $NAME$ has pool, from and to.")

        pools = PoolStore.read_timeline(self, self.get_parameter("pool", "alphamix/pool.safetensors"))
        self.set_start_date(self.day("from") or pools.From.to_date_time(TimeOnly.MinValue))
        if self.day("to"):
            self.set_end_date(self.day("to"))
        self.set_cash(1_000_000)
        self.set_benchmark(lambda time: 1)  # LEAN's own, SPY, needs hourly prices of SPY

        alpha = AlphaMixAlpha(self, pools)
        self.universe_settings.resolution = alpha.resolution
        for ticker in sorted({ticker for pool in pools.pools for ticker in pool.manifest.universe}):
            self.add_equity(ticker, alpha.resolution)

        self.add_alpha(alpha)
        self.set_portfolio_construction(AlphaMixPortfolio())

    def day(self, name):
        text = self.get_parameter(name, "")
        return datetime.strptime(text, "%Y-%m-%d") if text else None
