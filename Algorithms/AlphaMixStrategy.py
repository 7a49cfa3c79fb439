from AlgorithmImports import *
from alphamix import AlphaMixAlpha, AlphaMixPortfolio, AlphaMixSlippage, extension_set, parameters
from AlphaMix.Core.Portfolios import CostModelText
from AlphaMix.Lean import PoolStore, PredictionJournal
from System import TimeOnly


class AlphaMixStrategy(QCAlgorithm):
    """The AlphaMix strategy in Python: the twin of Main.cs, with the same parameters and the same orders.

    Every day at the close the pool ranks its universe, and the portfolio rule that was evaluated with it trades. Main.cs says what each
    parameter means.
    """

    def initialize(self):
        given = parameters(
            self, pool="alphamix/pool.safetensors", extension="", router="V", top_k=0, short_leg=False, holding_buffer=False,
            max_turnover=1.0, cost_model="", cost_per_order=-1.0, cost_bps=float, from_=datetime, to=datetime, cash=1_000_000.0,
            allow_in_sample=False, scores="", journal="")
        extensions = extension_set(*filter(None, given.extension.split(";")))
        pools = PoolStore.read_timeline(self, given.pool, extensions)
        self.set_start_date(given.from_ or pools.From.to_date_time(TimeOnly.MinValue))
        if given.to:
            self.set_end_date(given.to)
        self.set_cash(given.cash)
        self.set_benchmark(lambda time: 1)
        self.universe_settings.resolution = Resolution.DAILY

        if given.cost_bps is None:
            given.cost_bps = CostModelText.parse(given.cost_model, extensions).expected_bps if given.cost_model else 5.0
        alpha = AlphaMixAlpha(
            self, pools, router=given.router, top_k=given.top_k, short_leg=given.short_leg, holding_buffer=given.holding_buffer,
            allow_in_sample=given.allow_in_sample, cost_bps=given.cost_bps,
            on_scored=self.on_scored if given.scores else None)
        self.set_alpha(alpha)
        self.set_portfolio_construction(AlphaMixPortfolio(max_turnover=given.max_turnover))
        for ticker in sorted({ticker for pool in pools.pools for ticker in pool.manifest.universe}):
            self.set_costs(self.add_equity(ticker, alpha.resolution), given, extensions)

        self.journal = PredictionJournal(self, alpha, given.journal) if given.journal else None
        self.scores_key = given.scores
        self.rows = ["date,instrument,rank,probability_up,experts"]

    def set_costs(self, security, given, extensions):
        if given.cost_per_order >= 0 or given.cost_model:
            security.set_fee_model(ConstantFeeModel(max(given.cost_per_order, 0)))
        if given.cost_model:
            security.set_slippage_model(AlphaMixSlippage(given.cost_model, extensions))

    def on_scored(self, scores):
        for rank, each in enumerate(scores.ranking, start=1):
            self.rows.append(f"{scores.day:%Y-%m-%d},{each.symbol.id.symbol},{rank},{each.probability_up!r},{each.experts_asked}")

    def on_end_of_algorithm(self):
        if self.scores_key:
            self.object_store.save(self.scores_key, "\n".join(self.rows) + "\n")
        if self.journal:
            self.journal.save()
