namespace AlphaMix.Training.Experiments.Paper;

/// <summary>The paper's tables and figures, and the table of departures.</summary>
internal enum ExperimentPart
{
    /// <summary>Table 3: AlphaMix and the baselines.</summary>
    Table3,

    /// <summary>Table 4: the routers V, R, W and S.</summary>
    Table4,

    /// <summary>Table 5: disagreement inside ensembles.</summary>
    Table5,

    /// <summary>Figure 2: model size against Sharpe ratio.</summary>
    Figure2,

    /// <summary>Figure 6: time and memory against return and Sharpe ratio.</summary>
    Figure6,

    /// <summary>Figure 7: return over the test span, mean and deviation over seeds.</summary>
    Figure7,

    /// <summary>Figure 8: histogram of confidence.</summary>
    Figure8,

    /// <summary>Figure 9: the number of names held.</summary>
    Figure9,

    /// <summary>Figure 10: the number of experts in a group.</summary>
    Figure10,

    /// <summary>Which departure of the authors' code makes which number.</summary>
    Departures
}
