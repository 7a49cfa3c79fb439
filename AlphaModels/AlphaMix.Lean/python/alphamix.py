"""AlphaMix for Python: its models in LEAN's algorithms, and its pools in notebooks.

In an algorithm, the same two lines as in C#::

    from alphamix import AlphaMixAlpha, AlphaMixPortfolio

    self.add_alpha(AlphaMixAlpha(self, pool="alphamix/pool.safetensors", router="W", top_k=3))
    self.set_portfolio_construction(AlphaMixPortfolio(mixture="record", max_turnover=0.1))

They are the C# models themselves: nothing is computed in Python, and orders are those of the C# algorithm. AlphaMix.Lean.dll and
AlphaMix.Core.dll lie beside this file, or in LEAN's folder; importing this module after AlgorithmImports loads them, so that
``from AlphaMix.Lean import ...`` works from then on.

In a notebook, with numpy and without LEAN::

    alphamix.read("pool.safetensors").score(bars)
"""

import importlib
import sys
import time
from datetime import datetime
from types import SimpleNamespace

__all__ = ["AlphaMixAlpha", "AlphaMixPortfolio", "AlphaMixSlippage", "expected_bps", "extension_set", "load_assembly", "on_scored",
           "parameters", "read", "scores_frame", "set_costs", "shares"]

DEFAULT_POOL = "alphamix/pool.safetensors"

# Parameters that LEAN's own configuration file brings along.
_LEANS_OWN = ("ema-fast", "ema-slow", "intrinio-username", "intrinio-password")


# In LEAN ---------------------------------------------------------------------------------------------------------------------------

def AlphaMixAlpha(algorithm, pool=DEFAULT_POOL, on_scored=None, **options):
    """Creates the alpha model of a pool.

    algorithm: the QCAlgorithm whose ObjectStore holds the pool.
    pool: its key there, the key of an index of dated pools, or a Pool or PoolTimeline that is loaded already.
    on_scored: called with each day's scores before they are traded; see scores_frame.
    options: what AlphaMixAlphaModelOptions has, in snake or camel case: router="W", top_k=3, short_leg=True, holding_buffer=True,
        pool_universe_only=True, cost_bps=5, allow_in_sample=False, reload_pool=True, extensions=...
    Raises TypeError for an option that there is not, or of another type; .NET's errors name what is wrong with the pool.
    """
    from AlphaMix.Lean import AlphaMixAlphaModel, AlphaMixAlphaModelOptions
    settings = _fill(AlphaMixAlphaModelOptions(), "AlphaMixAlpha", options, also=("pool", "on_scored"))
    model = AlphaMixAlphaModel(algorithm, settings, pool) if isinstance(pool, str) else AlphaMixAlphaModel(pool, settings)
    if on_scored is not None:
        _subscribe(model, on_scored)
    return model


def AlphaMixPortfolio(mixture=None, rebalance=None, extensions=None, **options):
    """Creates the portfolio model that trades what the alpha models ask for.

    mixture: how several alpha models share the portfolio: "equal", "record" or "leader", with parameters behind commas
        ("record,halfLifeDays=60"), a name of the extensions, or an IStrategyMixture. Default: equal.
    rebalance: longest time between two rebalancings: a Resolution, a date rule, a timedelta, or a function of the time in UTC that
        returns the next one. Default: daily.
    extensions: an ExtensionSet with mixtures of your own.
    options: what AlphaMixPortfolioOptions has, in snake or camel case: max_turnover=0.1, top_k=10, holding_buffer=True, bias="long",
        adopt_holdings=True, state_key="alphamix/state.json".
    Raises TypeError for an option that there is not, or of another type; .NET's errors name what is wrong with a value.
    """
    from AlphaMix.Lean import AlphaMixPortfolioConstructionModel, AlphaMixPortfolioOptions
    settings = _fill(AlphaMixPortfolioOptions(), "AlphaMixPortfolio", options, also=("mixture", "rebalance", "extensions"))
    if mixture is not None:
        settings.Mixture = _mixture(mixture, extensions) if isinstance(mixture, str) else mixture
    if rebalance is None:
        return AlphaMixPortfolioConstructionModel(settings)
    return AlphaMixPortfolioConstructionModel(rebalance, settings)


def AlphaMixSlippage(cost_model, extensions=None):
    """Creates the slippage model that charges what a cost model of the simulator charges: "proportional,bps=5"."""
    from AlphaMix.Core import BuiltIn
    from AlphaMix.Core.Portfolios import CostModelText
    from AlphaMix.Lean import AlphaMixSlippageModel
    return AlphaMixSlippageModel(CostModelText.Parse(cost_model, extensions or BuiltIn.Extensions))


def set_costs(security, cost_model="", cost_per_order=-1.0, extensions=None):
    """Charges a security's orders: cost_model ("proportional,bps=5") as slippage, and cost_per_order in dollars. With either, LEAN's own
    fees go; with neither, which is "" and a negative number, they stay. LEAN has none for Shanghai."""
    from QuantConnect.Orders.Fees import ConstantFeeModel
    if cost_per_order < 0 and not cost_model and security.symbol.id.market == "sse":
        raise ValueError("LEAN has no fees for the market sse; set cost_model, such as proportional,bps=5, or cost_per_order")
    if cost_per_order >= 0 or cost_model:
        security.set_fee_model(ConstantFeeModel(max(cost_per_order, 0)))
    if cost_model:
        security.set_slippage_model(AlphaMixSlippage(cost_model, extensions))


def expected_bps(cost_model="", cost_bps=None, extensions=None):
    """Returns what a trade is expected to cost a side, in basis points: cost_bps, else what the cost model expects, else 5."""
    if cost_bps is not None or not cost_model:
        return 5.0 if cost_bps is None else cost_bps
    from AlphaMix.Core import BuiltIn
    from AlphaMix.Core.Portfolios import CostModelText
    return CostModelText.Parse(cost_model, extensions or BuiltIn.Extensions).ExpectedBps


def extension_set(*paths):
    """Returns this library's names with those of assemblies of your own, for the option extensions."""
    from AlphaMix.Core import BuiltIn
    extensions = BuiltIn.Extensions
    for path in paths:
        extensions = extensions.WithAssembly(path)
    return extensions


def parameters(algorithm, **defaults):
    """Reads the algorithm's parameters, of the type of their defaults: top_k=0 is the parameter top-k, a whole number, 0 where it is not
    set. A type in place of a default makes it None: to=datetime. A name that is a word of Python has an underscore behind it: from_.

    Raises ValueError for a parameter that is not among them, so that a misspelled one is seen, and for one of another type.
    """
    known = {name.rstrip("_").replace("_", "-"): name for name in defaults}
    given = {pair.Key: pair.Value for pair in algorithm.get_parameters() if pair.Key not in _LEANS_OWN}
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise ValueError(f"Parameter {', '.join(unknown)}: {type(algorithm).__name__} has no such parameter; it has "
                         f"{', '.join(sorted(known))}.")
    values = {name: None if isinstance(value, type) else value for name, value in defaults.items()}
    for key, text in given.items():
        if text:
            values[known[key]] = _parse(key, text, defaults[known[key]])
    return SimpleNamespace(**values)


def on_scored(alpha, handler):
    """Calls handler(scores) after each day's scores, before they are traded."""
    _subscribe(alpha, handler)


def shares(portfolio):
    """Returns each alpha model's share of the portfolio at the last rebalancing: name to fraction, sum 1; empty before the first."""
    return {share.Key: share.Value for share in portfolio.Shares}


def scores_frame(scores):
    """Returns a day's ranking as a pandas frame: a row an instrument, best first, with rank, probability_up, score and experts_asked."""
    import pandas
    rows = [(each.Symbol.ID.Symbol, rank, each.ProbabilityUp, each.Score, each.ExpertsAsked)
            for rank, each in enumerate(scores.Ranking, start=1)]
    columns = ["instrument", "rank", "probability_up", "score", "experts_asked"]
    return pandas.DataFrame(rows, columns=columns).set_index("instrument")


def read(path):
    """Reads a pool without LEAN, for notebooks: an alphamix_pool.Pool, whose score(bars) returns P(up). Needs numpy."""
    from alphamix_pool import Pool
    return Pool.read(path)


def load_assembly(name, namespace=None):
    """Loads a .NET assembly from LEAN's folder or from sys.path, where this file's folder is, and waits until its namespace (by default
    of the same name) can be imported: LEAN's Python looks through a new assembly on another thread."""
    from clr import AddReference
    try:
        AddReference(name)
        _await_namespace(namespace or name)
    except Exception as error:
        raise ImportError(f"alphamix: {name}.dll was found neither beside {__file__} nor in LEAN's folder; copy AlphaMix.Lean.dll and "
                          f"AlphaMix.Core.dll there (docs/lean.md, Python). {error}") from error


def _await_namespace(namespace, seconds=20):
    end = time.monotonic() + seconds
    while True:
        try:
            importlib.import_module(namespace)
            return
        except ImportError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)


def _fill(settings, caller, options, also):
    """Sets properties of a C# options object by name; case and underscores of names do not matter."""
    known = {each.Name.lower(): each for each in settings.GetType().GetProperties() if each.CanWrite}
    given = set()
    for name, value in options.items():
        key = name.replace("_", "").lower()
        if key not in known:
            names = sorted([*also, *(_snake(each.Name) for each in known.values() if each.Name.lower() not in also)])
            raise TypeError(f"{caller}() has no option '{name}'; it has {', '.join(names)}")
        if key in given:
            raise TypeError(f"{caller}() got the option '{name}' twice")
        given.add(key)
        try:
            setattr(settings, known[key].Name, _convert(value, known[key].PropertyType))
        except (TypeError, ValueError) as error:
            raise TypeError(f"{caller}(): option '{name}' takes {known[key].PropertyType.Name}, found {value!r}") from error
    return settings


def _convert(value, kind):
    if kind.IsEnum and isinstance(value, str):
        from System import Enum
        names = {each.lower(): each for each in Enum.GetNames(kind)}
        key = value.replace("_", "").lower()
        if key not in names:
            raise ValueError(value)
        return Enum.Parse(kind, names[key])
    if kind.Name == "Double" and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if kind.Name == "Boolean" and not isinstance(value, bool):
        raise TypeError(value)
    return value


def _mixture(text, extensions):
    """Creates a mixture from its name and parameters: "record,halfLifeDays=60"."""
    from AlphaMix.Core import BuiltIn
    from AlphaMix.Core.Extensions import Parameters
    from AlphaMix.Core.Portfolios import StrategyMixtureFactory
    from System.Collections.Generic import List
    name, *pairs = text.split(",")
    given = List[str]()
    for pair in pairs:
        given.Add(pair)
    return (extensions or BuiltIn.Extensions).Get[StrategyMixtureFactory](name).Invoke(Parameters.Parse(given))


def _parse(name, text, default):
    kind = default if isinstance(default, type) else type(default)
    try:
        if kind is bool:
            return {"true": True, "false": False}[text.lower()]
        return datetime.strptime(text, "%Y-%m-%d") if kind is datetime else kind(text)
    except (KeyError, ValueError):
        expected = {bool: "true or false", datetime: "yyyy-MM-dd", int: "a whole number", float: "a number"}[kind]
        raise ValueError(f"Parameter {name}: expected {expected}, found '{text}'.") from None


def _subscribe(alpha, handler):
    alpha.Scored += lambda sender, scores: handler(scores)


def _snake(name):
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name).lstrip("_")


if "clr" in sys.modules:  # in LEAN, not in a notebook without it
    for assembly in ("AlphaMix.Core", "AlphaMix.Lean"):
        load_assembly(assembly)
