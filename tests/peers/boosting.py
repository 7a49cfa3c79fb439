"""Gradient boosting by XGBoost (tree_method=hist) or scikit-learn (HistGradientBoosting), to compare ours with.

The data are files of 32-bit floats: the training samples' features, their targets, then the features of the samples to
forecast. With --out it trains once a file and writes the forecasts (raw scores: log odds for log loss) as 64-bit floats. Without, it prints
`ready`, and then, for each line `go TREES` on its input, trains that many trees and prints the seconds of processor time they took.
"""
import argparse
import json
import sys
import time

import numpy


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--library", choices=("xgboost", "sklearn"), required=True)
    parser.add_argument("--data", nargs="+", required=True)
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--columns", type=int, required=True)
    parser.add_argument("--out", nargs="+")
    parser.add_argument("--loss", choices=("Squared", "Log"), default="Squared")
    parser.add_argument("--growth", choices=("ByLeaf", "ByDepth"), default="ByLeaf")
    parser.add_argument("--trees", type=int, default=100)
    parser.add_argument("--rate", type=float, default=0.1)
    parser.add_argument("--depth", type=int, default=0)
    parser.add_argument("--leaves", type=int, default=31)
    parser.add_argument("--samples", type=int, default=20)
    parser.add_argument("--hessian", type=float, default=1e-3)
    parser.add_argument("--l1", type=float, default=0.0)
    parser.add_argument("--l2", type=float, default=0.0)
    return parser.parse_args()


class XGBoost:
    """Its least leaf is a sum of second derivatives, which with squared loss is a number of samples."""

    def __init__(self, options, features, targets):
        import xgboost
        self.library = xgboost
        self.version = xgboost.__version__
        self.data = xgboost.DMatrix(features, label=targets, nthread=1)
        mean = float(targets.mean(dtype=numpy.float64))
        self.start = mean if options.loss == "Squared" else numpy.log(mean / (1 - mean))
        self.parameters = {
            "tree_method": "hist", "nthread": 1, "max_bin": 256, "eta": options.rate, "alpha": options.l1, "lambda": options.l2,
            "objective": "reg:squarederror" if options.loss == "Squared" else "binary:logistic", "base_score": mean,
            "grow_policy": "lossguide" if options.growth == "ByLeaf" else "depthwise", "max_leaves": options.leaves,
            "max_depth": options.depth, "min_child_weight": max(options.samples if options.loss == "Squared" else 0, options.hessian)}

    def train(self, trees):
        self.model = self.library.train(self.parameters, self.data, trees)

    def forecast(self, features):
        return self.model.predict(self.library.DMatrix(features, nthread=1), output_margin=True)


class Sklearn:
    def __init__(self, options, features, targets):
        import sklearn
        from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
        self.version = sklearn.__version__
        self.features, self.targets = features, targets
        kind = HistGradientBoostingRegressor if options.loss == "Squared" else HistGradientBoostingClassifier
        self.make = lambda trees: kind(
            learning_rate=options.rate, max_iter=trees, max_leaf_nodes=options.leaves or None, max_depth=options.depth or None,
            min_samples_leaf=options.samples, l2_regularization=options.l2, early_stopping=False)

    def train(self, trees):
        self.model = self.make(trees).fit(self.features, self.targets)

    def forecast(self, features):
        decide = getattr(self.model, "decision_function", self.model.predict)
        return decide(features)


def read(options, path):
    """Gives a learner with the training samples of a file, and the features of its other samples."""
    values = numpy.fromfile(path, dtype=numpy.float32)
    count = options.rows * options.columns
    features, targets = values[:count].reshape(options.rows, options.columns), values[count:count + options.rows]
    rest = values[count + options.rows:].reshape(-1, options.columns)
    return (XGBoost if options.library == "xgboost" else Sklearn)(options, features, targets), rest


def main():
    options = arguments()
    for data, out in zip(options.data, options.out or []):
        learner, rest = read(options, data)
        learner.train(options.trees)
        learner.forecast(rest).astype(numpy.float64).tofile(out)
    if options.out:
        return
    learner, _ = read(options, options.data[0])
    print(json.dumps({"ready": options.library, "version": learner.version}), flush=True)
    for line in sys.stdin:
        begin = time.process_time()
        learner.train(int(line.split()[1]))
        print(time.process_time() - begin, flush=True)


if __name__ == "__main__":
    main()
