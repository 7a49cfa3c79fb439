from AlgorithmImports import *
from alphamix import AlphaMixAlpha, AlphaMixPortfolio, expected_bps, extension_set, parameters, set_costs


class MixtureOfAlphaModels(QCAlgorithm):
    """A mixture of LEAN's own alpha models in Python: the twin of MixtureOfAlphaModels.cs, with the same orders.

    Each alpha model keeps a virtual portfolio, and the money follows those with the better realised record. MixtureOfAlphaModels.cs says
    what each parameter means.
    """

    def initialize(self):
        given = parameters(
            self, tickers="AAPL;AMZN;GE;JNJ;JPM;KO;MSFT;WMT;XOM", mixture="record", half_life=float, top_k=0, pool="", extension="",
            cost_model="", cost_per_order=-1.0, cost_bps=float, state="alphamix/MixtureOfAlphaModels-state.json", from_=datetime(2020, 1, 2), to=datetime(2020, 12, 31),
            cash=1_000_000.0)
        extensions = extension_set(*filter(None, given.extension.split(";")))
        self.set_start_date(given.from_)
        self.set_end_date(given.to)
        self.set_cash(given.cash)
        self.set_benchmark(lambda time: 1)
        self.universe_settings.resolution = Resolution.DAILY
        for ticker in given.tickers.replace(",", ";").split(";"):
            set_costs(self.add_equity(ticker.strip(), Resolution.DAILY), given.cost_model, given.cost_per_order, extensions)

        self.add_alpha(EmaCrossAlphaModel(12, 26, Resolution.DAILY))
        self.add_alpha(RsiAlphaModel(14, Resolution.DAILY))
        self.add_alpha(MacdAlphaModel(12, 26, 9, resolution=Resolution.DAILY))
        self.add_alpha(HistoricalReturnsAlphaModel(5, Resolution.DAILY))
        if given.pool:
            self.add_alpha(AlphaMixAlpha(
                self, given.pool, extensions=extensions, reload_pool=True,
                cost_bps=expected_bps(given.cost_model, given.cost_bps, extensions)))

        mixture = given.mixture if given.half_life is None else f"{given.mixture},halfLifeDays={given.half_life}"
        self.set_portfolio_construction(AlphaMixPortfolio(
            mixture=mixture, extensions=extensions, top_k=given.top_k, state_key=given.state))
