namespace AlphaMix.Training.Experiments.PublishedDefects;

/// <summary>
/// The departures of the authors' code (ai-gamer/AlphaMix_WWW23 at bb38361; johnson7788/AlphaMix at 9e0459d): those that can be switched
/// on, and those that are not implemented, with the reason.
/// </summary>
internal static class DepartureCatalogue
{
    /// <summary>Gets the departures that can be switched on.</summary>
    public static IReadOnlyList<DepartureInfo> Switches { get; } =
    [
        new("full-sample-scale", Departure.FullSampleScale,
            "z-scores use mean and deviation of the whole file, the test year included", "feature files; checked against the raw prices"),
        new("scrambled-average", Departure.ScrambledAverage,
            "the experts' outputs are laid out expert after expert and averaged as if they lay sample after sample: a mean over "
                + "different instruments "
                + "of one expert",
            "test.py, every evaluation of AlphaMix"),
        new("successive-checkpoints", Departure.SuccessiveCheckpoints,
            "network and optimiser are made once before the loop over seeds, so that seed k is the same network after k times as many "
                + "epochs",
            "train.py 62-105"),
        new("up-on-zero", Departure.UpOnZero, "a return of exactly 0 is labelled up; Eq. 1 says down", "train.py 35"),
        new("stock-order", Departure.StockOrder,
            "samples come instrument after instrument and are never shuffled, so that each expert always sees the same quarter of them",
            "train.py"),
        new("ones-start", Departure.OnesStart, "the fast vectors start at ones, which gives the experts little to differ in",
            "nn.py 698-714"),
        new("accuracy-checkpoint", Departure.AccuracyCheckpoint, "the parameters with the best validation accuracy are kept", "train.py"),
        new("raw-logit-score", Departure.RawLogitScore,
            "instruments are ranked by the raw logit of up; the paper says by probability", "test.py, output[:, -1]"),
        new("raw-close", Departure.RawClose, "returns, labels and zclose leave dividends out", "feature files, column ret"),
        new("running-mean-soup", Departure.RunningMeanSoup,
            "the soup overwrites its first ingredient by each mean and never takes a rejected one out", "model_soup.py"),
        new("fixed-omega", Departure.FixedOmega,
            "the routers' loss has omega 1.7, which near 50 % accuracy asks nearly every group for nearly every sample",
            "paper, section 4.1")
    ];

    /// <summary>Gets the departures that are known and not implemented.</summary>
    public static IReadOnlyList<DepartureInfo> NotImplemented { get; } =
    [
        new("hand-picked-groups", null, "the groups of V, R, W and S are listed by number in the scripts", "eval_router.py, model_soup.py",
            "picking by test results is no method; the tables give the best of the seeds beside the mean instead"),
        new("router-on-training", null, "the routers are fitted on the experts' own training samples", "train.py 328-404",
            "with fixed-omega the routers ask on nearly always, whatever they are fitted on"),
        new("router-off-by-one", null, "one group more than chosen is averaged, and the router's logits are scaled by 20 or 10",
            "eval_router.py",
            "same reason"),
        new("shared-router-output", null, "one output layer of 32 units on the window's last 10 values for all groups", "nn.py 680",
            "same reason"),
        new("w-by-router", null, "the row W is two groups named in the script, run through the router", "eval_router.py",
            "a part of hand-picked-groups"),
        new("checkpoint-in-sub-batches", null, "validation accuracy is taken every 100 steps, each sample judged by one expert",
            "train.py 62-105",
            "accuracy-checkpoint looks once an epoch at the mean of the experts"),
        new("price-levels", null, "on SZ50 the features are six price levels; the paper says those of Table 2", "test.py 84",
            "a matter of configuration: features.set"),
        new("eight-epochs", null, "8 epochs; the paper says 10", "train.py", "a matter of configuration: training.epochs"),
        new("eight-months-of-validation", null, "checkpoints are chosen on 168 days, not on a year", "train.py",
            "a matter of configuration: split"),
        new("test-from-the-day-before", null, "the test span has 253 days, the first being the last day of validation", "test.py 102",
            "one day in 253"),
        new("ties-extend-k", null, "instruments with the score of the k-th are all held", "test.py", "scores do not tie"),
        new("one-network-for-figure-10", null, "the sweep over the number of experts reads the same network four times",
            "eval_alphamix.py 47-50",
            "it would show one number five times")
    ];

    /// <summary>Finds a switch.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The departure, or null when there is no switch of that name.</returns>
    public static Departure? Find(string name) => Switches.FirstOrDefault(each => each.Name == name)?.Switch;

    /// <summary>Returns the name of a switch.</summary>
    public static string NameOf(Departure departure) => Switches.First(each => each.Switch == departure).Name;
}
