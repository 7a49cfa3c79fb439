from datetime import timedelta

from AlgorithmImports import *
from alphamix import AlphaMixAlpha, AlphaMixPortfolio, AlphaMixSlippage, parameters, scores_frame, shares
from AlphaMix.Lean import AlphaMixAlphaModel, AlphaMixPortfolioConstructionModel, AlphaMixPortfolioOptions


class Checks(QCAlgorithm):
    """What Python hands over arrives, and what is wrong is said: each check raises, so that the backtest ends with its message."""

    def initialize(self):
        self.set_start_date(2020, 1, 2)
        self.set_end_date(2020, 2, 28)
        self.set_benchmark(lambda time: 1)
        for ticker in self.get_parameter("tickers").split(";"):
            self.add_equity(ticker, Resolution.DAILY)
        self.check_portfolio_model()
        self.check_module()

        self.alpha = AlphaMixAlpha(self, router="v", topK=3)
        self.alpha.scored += self.on_scored
        self.portfolio_model = AlphaMixPortfolio(bias="long", rebalance=timedelta(days=1))
        self.add_alpha(self.alpha)
        self.set_portfolio_construction(self.portfolio_model)
        self.log("all checks passed")

    def check_portfolio_model(self):
        options = AlphaMixPortfolioOptions()
        options.max_turnover = 2
        self.raises("MaxTurnover must lie in (0, 1]", lambda: AlphaMixPortfolioConstructionModel(options))
        for rule in (Resolution.HOUR, timedelta(days=2), self.date_rules.month_start(), lambda time: time, None):
            AlphaMixPortfolioConstructionModel(rule)
        for wrong in ({"max_turnover": 0.1}, lambda time, other: time, timedelta(0), object()):
            self.raises("expected AlphaMixPortfolioOptions, a Resolution, a date rule", lambda: AlphaMixPortfolioConstructionModel(wrong))
        self.raises("set it in the options", lambda: AlphaMixPortfolioConstructionModel(AlphaMixPortfolioOptions(), PortfolioBias.SHORT))

    def check_module(self):
        self.raises("has no option 'top_q'; it has adopt_holdings, bias, extensions,", lambda: AlphaMixPortfolio(top_q=1))
        self.raises("has no option 'routr'", lambda: AlphaMixAlpha(self, routr="W"))
        self.raises("got the option 'topK' twice", lambda: AlphaMixAlpha(self, top_k=1, topK=2))
        self.raises("option 'bias' takes PortfolioBias, found 'sideways'", lambda: AlphaMixPortfolio(bias="sideways"))
        self.raises("option 'short_leg' takes Boolean, found 'yes'", lambda: AlphaMixAlpha(self, short_leg="yes"))
        self.raises("no strategy mixture 'recrd'; known: equal, leader, record", lambda: AlphaMixPortfolio(mixture="recrd"))
        self.raises("halfLife", lambda: AlphaMixPortfolio(mixture="record,halfLife=3"))
        self.raises("Parameter tickers: Checks has no such parameter; it has from, top-k.", lambda: parameters(self, top_k=0, from_=datetime))
        self.raises("Parameter tickers: expected a whole number, found 'SIM", lambda: parameters(self, tickers=0))
        self.raises("no cost model 'free'", lambda: AlphaMixSlippage("free"))
        self.raises("this pool has V", lambda: AlphaMixAlpha(self, router="W"))
        self.raises("the ObjectStore has no", lambda: AlphaMixAlpha(self, pool="alphamix/none.safetensors"))

    def raises(self, text, action):
        try:
            action()
        except Exception as error:
            if text not in str(error):
                raise AssertionError(f"expected '{text}', found '{error}'")
            return
        raise AssertionError(f"expected an error with '{text}', found none")

    def on_scored(self, sender, scores):
        if self.time.day != 15:
            return
        frame = scores_frame(scores)
        self.log(f"a day's scores: {len(frame)} rows, best {frame['rank'].iloc[0]}, shares {shares(self.portfolio_model)}")
