"""Reads a pool and scores bars with it, in numpy: for notebooks, and to check what LEAN traded. docs/artifact-format.md defines all of it."""

import hashlib
import json
from datetime import date
from statistics import NormalDist

import numpy as np

PRICES = ("open", "high", "low", "close", "volume")
FORMAT = 4


class Pool:
    """A pool of experts, networks and trees, and its routers.

    manifest: everything the artifact says of itself, as in docs/artifact-format.md.
    routers: names of its routers, "V" first.
    """

    def __init__(self, manifest, tensors):
        self.manifest = manifest
        self._tensors = tensors
        self._groups = [_Network(tensors, f"groups.{g}.", group["shape"]) for g, group in enumerate(manifest["groups"])]
        self._groups += [_Trees(tensors, f"treeGroups.{g}.", group["start"]) for g, group in enumerate(manifest.get("treeGroups", []))]
        self.routers = ["V", *(name for name, field in (("R", "asNeeded"), ("W", "selection"), ("S", "soup")) if manifest[field])]

    @staticmethod
    def read(path):
        """Reads an artifact.

        Raises OSError where the file cannot be read, ValueError where it is damaged, newer than this reader, or uses an extension.
        """
        with open(path, "rb") as file:
            data = file.read()
        start = 8 + int.from_bytes(data[:8], "little")
        try:
            header = json.loads(data[8:start])
            seal = header["__metadata__"]["sha256"].encode()
            manifest = json.loads(header["__metadata__"]["alphamix"])
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path} is not an AlphaMix pool: {error}") from error
        if hashlib.sha256(data.replace(seal, b"0" * 64, 1)).hexdigest().encode() != seal:
            raise ValueError(f"{path} is damaged: its checksum is another than the one it names; copy it again")
        if manifest["oldestReader"] > FORMAT:
            raise ValueError(f"{path} has format {manifest['formatVersion']}; this reader knows {FORMAT}: update alphamix_pool.py")
        body = data[start:]
        return Pool(manifest, {
            name: np.frombuffer(body[slice(*entry["data_offsets"])], "<f4").reshape(entry["shape"]).astype(np.float64)
            for name, entry in header.items() if name != "__metadata__"})

    def score(self, bars, router="V", last=None):
        """Returns P(up) of every instrument on every day, from bars up to that day's close.

        bars: Adjusted prices, oldest first: a pandas frame with the index (instrument, time), as LEAN's history has it, or a dict from
            instrument to a dict of equally long arrays; both with open, high, low, close, volume, the dict with time as well (dates or
            datetime64). Bars that did not trade or are not consistent are left out, as in training.
        router: "V", "R", "W" or "S", as far as the pool has it.
        last: scores only so many last days of the market; None scores all.
        Returns a frame (time x instruments) for a frame, else (times, instruments, array of shape (times, instruments)); NaN where the
        window is not full. P(up) agrees with AlphaMix.Lean to 1e-6; the portfolio rule and the prior of a practical pool are not applied.
        Raises ValueError for bars without a column, a router that the pool lacks, or features that only an extension has.
        """
        if router not in self.routers:
            raise ValueError(f"router: this pool has {', '.join(self.routers)} here, found {router}")
        market = _Market(bars)
        windows, where = _Windows(self.manifest, self._tensors).build(market, 0 if last is None else len(market.times) - last)
        scores = np.full(market.shape, np.nan)
        if len(windows):
            logits = getattr(self, "_route_" + router.lower())(windows)
            scores[where] = 1 / (1 + np.exp(logits[:, 0] - logits[:, 1]))
        return market.result(scores)

    def _route_v(self, x):
        return np.mean([group.logits(x) for group in self._groups], axis=0)

    def _route_w(self, x):
        selection = self.manifest["selection"]
        return sum(weight * self._groups[g].logits(x) for g, weight in zip(selection["groups"], selection["mixtureWeights"]))

    def _route_s(self, x):
        first = self.manifest["soup"]["ingredients"][0]
        return _Network(self._tensors, "soup.", self.manifest["groups"][first]["shape"]).logits(x)

    def _route_r(self, x):
        w1, b1, w2, b2 = (self._tensors["routers.R." + name] for name in ("W1", "b1", "W2", "b2"))
        norm = np.linalg.norm(x, axis=1, keepdims=True)
        embedding = _leaky(np.divide(x, norm, out=np.zeros_like(x), where=norm > 0) @ w1.T + b1)
        order = self.manifest["asNeeded"]["groups"]
        total = self._groups[order[0]].logits(x)
        mean, asks = total.copy(), np.ones(len(x), bool)
        for k, group in enumerate(order[1:]):
            asks &= np.hstack([embedding, mean]) @ w2[k] + b2[k] > 0
            total[asks] += self._groups[group].logits(x[asks])
            mean[asks] = total[asks] / (k + 2)
        return mean


class _Network:
    """One group of experts: logits are the mean over its experts."""

    def __init__(self, tensors, prefix, shape):
        self._layers = [
            {name: tensors.get(f"{prefix}layers.{layer}.{name}") for name in ("W", "b", "r", "s", "b_i")}
            for layer in range(shape["hiddenLayers"] + 1)]
        self._experts = shape["experts"]

    def logits(self, x):
        return np.mean([self._expert(x, i) for i in range(self._experts)], axis=0)

    def _expert(self, a, i):
        for number, layer in enumerate(self._layers):
            if layer["r"] is None:
                a = a @ layer["W"] + layer["b"]
            else:
                a = ((a * layer["r"][i]) @ layer["W"] + layer["b"]) * layer["s"][i] + layer["b_i"][i]
            if number < len(self._layers) - 1:
                a = _leaky(a)
        return a


class _Trees:
    """A group of boosted trees: logits are minus and plus half the score, which is a start and a leaf of each tree."""

    def __init__(self, tensors, prefix, start):
        sizes, feature, self._value, left, missing = (
            tensors[prefix + name] for name in ("sizes", "feature", "value", "left", "missingLeft"))
        self._start = start
        self._roots = np.cumsum(sizes.astype(int)) - sizes.astype(int)
        self._feature = feature.astype(int)
        self._left = left.astype(int) + np.repeat(self._roots, sizes.astype(int))
        self._missing = missing > 0

    def logits(self, x):
        score = np.full(len(x), self._start)
        for root in self._roots:
            node = np.full(len(x), root)
            while (asks := self._feature[node] >= 0).any():
                at, value = node[asks], x[asks, self._feature[node[asks]]]
                is_left = np.where(np.isnan(value), self._missing[at], value <= self._value[at])
                node[asks] = self._left[at] + ~is_left
            score += self._value[node]
        return np.column_stack([-score / 2, score / 2])


class _Market:
    """Bars of all instruments: for each the days it traded, as places among the days of the market."""

    def __init__(self, bars):
        self._pandas = hasattr(bars, "index")
        series = {name: _sound(each) for name, each in sorted(self._series(bars).items())}
        self.instruments = list(series)
        self.times = np.unique(np.concatenate([np.array([], "M8[ns]"), *(each["time"] for each in series.values())]))
        self.shape = (len(self.times), len(self.instruments))
        self.bars = [(np.searchsorted(self.times, each["time"]), each) for each in series.values()]

    def result(self, scores):
        if not self._pandas:
            return self.times, self.instruments, scores
        import pandas
        return pandas.DataFrame(scores, index=pandas.DatetimeIndex(self.times, name="time"), columns=self.instruments)

    def _series(self, bars):
        if not self._pandas:
            return {name: self._columns(name, each, each.get("time")) for name, each in bars.items()}
        if bars.index.nlevels != 2:
            raise ValueError(f"bars: expected an index of two levels, instrument and time, found {bars.index.nlevels}")
        return {str(name): self._columns(name, {str(column).lower(): each[column].to_numpy() for column in each.columns},
                                         each.index.get_level_values(1).to_numpy()) for name, each in bars.groupby(level=0)}

    @staticmethod
    def _columns(name, columns, time):
        missing = [each for each in PRICES if each not in columns] + (["time"] if time is None else [])
        if missing:
            raise ValueError(f"bars of {name}: no {', '.join(missing)}; expected time, {', '.join(PRICES)}")
        result = {each: np.asarray(columns[each], np.float64) for each in PRICES}
        result["time"] = np.asarray(time, "M8[ns]")
        if {len(each) for each in result.values()} != {len(result["time"])}:
            raise ValueError(f"bars of {name}: columns have different lengths")
        if np.any(np.diff(result["time"]) <= np.timedelta64(0)):
            raise ValueError(f"bars of {name}: times must ascend, each once")
        return result


class _Windows:
    """Rows of features, scaled, and the windows of consecutive rows."""

    def __init__(self, manifest, tensors):
        self._features = manifest["features"]["features"]
        self._length = manifest["features"]["window"]
        self._scaler = manifest["scaler"]
        self._tensors = tensors
        unknown = [each["kind"] for each in self._features if each["kind"] not in _FEATURES and not each["kind"].startswith("residual")]
        if unknown:
            raise ValueError(f"features: {', '.join(unknown)} is an extension's, which this reader does not have")

    def build(self, market, first=0):
        """Returns the windows that end on day first or later, shape (samples, T * F), and where each belongs: (days, instruments)."""
        rows = _residual_rows(market, self._features) if self._features[0]["kind"].startswith("residual") else [
            np.column_stack([_FEATURES[each["kind"]](bars, each["lookback"]) for each in self._features]) for _, bars in market.bars]
        rows = [each.astype(np.float32).astype(np.float64) for each in rows]
        self._scale(market, rows)
        windows, days, names = [np.empty((0, self._length * len(self._features)))], [], []
        for name, ((places, _), own) in enumerate(zip(market.bars, rows)):
            known = ~np.isnan(own).any(axis=1)
            own, ends = own[known], places[known][self._length - 1:]
            if len(ends) == 0:
                continue
            wanted = ends >= first
            window = np.lib.stride_tricks.sliding_window_view(own, self._length, axis=0).transpose(0, 2, 1)[wanted]
            windows.append(window.reshape(len(window), -1))
            days.extend(ends[wanted])
            names.extend([name] * len(window))
        return np.vstack(windows), (np.array(days, int), np.array(names, int))

    def _scale(self, market, rows):
        kind = self._scaler["kind"]
        if kind == "none":
            return
        if kind == "crossSectional":
            self._scale_across(market, rows)
            return
        mean, deviation = self._tensors["scaler.mean"], self._tensors["scaler.deviation"]
        for i, (name, own) in enumerate(zip(market.instruments, rows)):
            if kind == "pooled":
                rows[i] = _standard(own, mean, deviation)
            elif name in self._scaler["instruments"]:
                place = self._scaler["instruments"].index(name)
                rows[i] = _standard(own, mean[place], deviation[place])
            else:
                rows[i] = np.full_like(own, np.nan)

    def _scale_across(self, market, rows):
        day = np.full((*market.shape, len(self._features)), np.nan)
        for name, ((places, _), own) in enumerate(zip(market.bars, rows)):
            day[places, name] = own
        known = ~np.isnan(day).any(axis=2)
        for at in np.flatnonzero(known.any(axis=1)):
            own = day[at, known[at]]
            day[at, known[at]] = _standard(own, own.mean(axis=0), own.std(axis=0))
        for name, (places, _) in enumerate(market.bars):
            rows[name] = day[places, name]


def _sound(bars):
    """Leaves out bars that did not trade or whose prices contradict each other."""
    prices = np.stack([bars[name] for name in PRICES[:4]])
    with np.errstate(invalid="ignore"):
        sound = (np.isfinite(prices).all(axis=0) & (prices > 0).all(axis=0) & (bars["volume"] > 0)
                 & (bars["high"] >= prices.max(axis=0)) & (bars["low"] <= prices.min(axis=0)))
    return {name: values[sound] for name, values in bars.items()}


def _standard(rows, mean, deviation):
    return np.divide(rows - mean, deviation, out=np.zeros_like(rows), where=np.broadcast_to(deviation > 0, rows.shape)) + 0 * rows


def _leaky(x):
    return np.where(x > 0, x, 0.01 * x)


def _return(bars, lookback):
    close = bars["close"]
    result = np.full(len(close), np.nan)
    result[lookback - 1:] = close[lookback - 1:] / close[:len(close) - lookback + 1] - 1
    return result


def _average(bars, lookback):
    close = bars["close"]
    result = np.full(len(close), np.nan)
    if len(close) >= lookback:
        sums = np.lib.stride_tricks.sliding_window_view(close, lookback).sum(axis=1)
        result[lookback - 1:] = sums / lookback / close[lookback - 1:] - 1
    return result


_FEATURES = {
    "openToClose": lambda bars, _: bars["open"] / bars["close"] - 1,
    "highToClose": lambda bars, _: bars["high"] / bars["close"] - 1,
    "lowToClose": lambda bars, _: bars["low"] / bars["close"] - 1,
    "return": _return,
    "averageToClose": _average,
}


# Residual features (ResidualCrossSection in AlphaMix.Core) --------------------------------------------------------------------------

_FIT_DAYS, _FEWEST_RETURNS, _COMPONENTS, _FEWEST_NAMES, _BLOCK = 126, 100, 5, 40, 21


def _residual_rows(market, features):
    """Returns a row a bar: Gaussian ranks, across the day's instruments, of what components fitted on earlier days leave of returns."""
    returns = np.full(market.shape, np.nan)
    for name, (places, bars) in enumerate(market.bars):
        returns[places[1:], name] = bars["close"][1:] / bars["close"][:-1] - 1
    residuals, has_row = _residuals(market.times, returns)
    rows = np.full((*market.shape, len(features)), np.nan)
    for day in np.flatnonzero(has_row.any(axis=1)):
        names = np.flatnonzero(has_row[day])
        for f, feature in enumerate(features):
            path = residuals[max(0, day - feature["lookback"] + 1):day + 1, names]
            short = len(path) < feature["lookback"]
            values = np.full(len(names), np.nan) if short else (
                path.sum(axis=0) if feature["kind"] == "residualReturn" else np.array([_reversion(each) for each in path.T]))
            rows[day, names, f] = _gaussian_ranks(values)
    return [rows[places, name] for name, (places, _) in enumerate(market.bars)]


def _residuals(times, returns):
    residuals, has_row = np.full(returns.shape, np.nan), np.zeros(returns.shape, bool)
    block, model = None, None
    for day, time in enumerate(times):
        now = _block_of(time.astype("M8[D]").astype(date))
        if now != block:
            model = _fit(returns[day - _FIT_DAYS:day]) if day >= _FIT_DAYS else None
        block = now
        if model is None:
            continue
        names, deviation, loadings = model
        own = returns[day, names]
        known = ~np.isnan(own)
        factors = np.where(known, own / deviation, 0) @ loadings
        residuals[day, names] = np.where(known, own - deviation * (loadings @ factors), 0)
        has_row[day, names] = known
    return residuals, has_row


def _fit(returns):
    known = ~np.isnan(returns)
    names = np.flatnonzero(known.sum(axis=0) >= _FEWEST_RETURNS)
    mean = np.nanmean(returns[:, names], axis=0) if len(names) else np.array([])
    deviation = np.nanstd(returns[:, names], axis=0) if len(names) else np.array([])
    varies = (deviation > 0) & np.isfinite(deviation)
    names, mean, deviation = names[varies], mean[varies], deviation[varies]
    if len(names) < _FEWEST_NAMES:
        return None
    standardised = np.where(known[:, names], (returns[:, names] - mean) / deviation, 0)
    values, vectors = np.linalg.eigh(standardised @ standardised.T)
    kept = [k for k in range(_FIT_DAYS - 1, _FIT_DAYS - 1 - _COMPONENTS, -1) if values[k] > 1e-9 * values[-1]]
    return names, deviation, standardised.T @ vectors[:, kept] / np.sqrt(values[kept])


def _block_of(day):
    days = max(0, (day - date(1950, 1, 2)).days)
    return (days // 7 * 5 + min(days % 7, 4)) // _BLOCK


def _reversion(residuals):
    x = np.cumsum(residuals)
    left, right = x[:-1] - x[:-1].mean(), x[1:] - x[1:].mean()
    xx, xy, yy = left @ left, left @ right, right @ right
    if not xx > 0:
        return np.nan
    slope = xy / xx
    noise = (yy - slope * xy) / len(left)
    if not (0 < slope < 1 and noise > 0):
        return np.nan
    equilibrium = (x[1:].mean() - slope * x[:-1].mean()) / (1 - slope)
    return (x[-1] - equilibrium) / np.sqrt(noise / (1 - slope * slope))


def _gaussian_ranks(values):
    result, known = np.zeros(len(values)), ~np.isnan(values)
    _, place, count = np.unique(values[known], return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    quantile = np.array([NormalDist().inv_cdf(rank / known.sum()) for rank in last - count / 2])
    result[known] = quantile[place] if known.any() else 0
    return result
