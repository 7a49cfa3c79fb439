from AlgorithmImports import *
from alphamix import AlphaMixAlpha, AlphaMixPortfolio, expected_bps, extension_set, parameters, set_costs
from AlphaMix.Lean import AlphaMixMarket, PredictionJournal
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
            allow_in_sample=False, scores="", market="usa", journal="",
            state="alphamix/AlphaMixStrategy-state.json")
        market = AlphaMixMarket.Register(self, given.market)
        extensions = extension_set(*filter(None, given.extension.split(";")))
        alpha = AlphaMixAlpha(
            self, given.pool, router=given.router, top_k=given.top_k, short_leg=given.short_leg, holding_buffer=given.holding_buffer,
            allow_in_sample=given.allow_in_sample, extensions=extensions, reload_pool=True,
            cost_bps=expected_bps(given.cost_model, given.cost_bps, extensions),
            on_scored=self.on_scored if given.scores else None)
        pools = alpha.timeline
        self.set_start_date(given.from_ or pools.From.to_date_time(TimeOnly.MinValue))
        if given.to:
            self.set_end_date(given.to)
        self.set_cash(given.cash)
        self.set_benchmark(lambda time: 1)
        self.universe_settings.resolution = Resolution.DAILY

        self.set_alpha(alpha)
        self.set_portfolio_construction(AlphaMixPortfolio(max_turnover=given.max_turnover, state_key=given.state))
        for ticker in sorted({ticker for pool in pools.pools for ticker in pool.manifest.universe}):
            set_costs(self.add_equity(ticker, alpha.resolution, market), given.cost_model, given.cost_per_order, extensions)

        self.journal = PredictionJournal(self, alpha, given.journal) if given.journal else None
        self.scores_key = given.scores
        self.rows = ["date,instrument,rank,probability_up,experts"]

    def on_scored(self, scores):
        for rank, each in enumerate(scores.ranking, start=1):
            self.rows.append(f"{scores.day:%Y-%m-%d},{each.symbol.id.symbol},{rank},{each.probability_up!r},{each.experts_asked}")

    def on_end_of_algorithm(self):
        if self.scores_key:
            self.object_store.save(self.scores_key, "\n".join(self.rows) + "\n")
        if self.journal:
            self.journal.save()
