namespace AlphaMix.Training.Runs;

/// <summary>The stages of a run, in order.</summary>
public enum TrainingStage
{
    /// <summary>Features, samples and scaler.</summary>
    Data,

    /// <summary>The hyperparameter search (Algorithm 1, line 1).</summary>
    Search,

    /// <summary>Fresh initialisations of the best (Algorithm 1, lines 2 to 9).</summary>
    Pool,

    /// <summary>R, W and S.</summary>
    Routers,

    /// <summary>The tasks of an experiment, each with stages of its own.</summary>
    Experiment
}
