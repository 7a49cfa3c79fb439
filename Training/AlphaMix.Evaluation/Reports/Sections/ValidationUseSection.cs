using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>How often the validation span was used to decide something.</summary>
internal sealed class ValidationUseSection : IReportSection
{
    public string Id => "validation-uses";

    public bool AppliesTo(ReportContext context) => context.Has<EvaluationOutcome>();

    public ReportSection Create(ReportContext context) =>
        new(Id, "How often the validation span was used", "", Uses(context.Get<EvaluationOutcome>().Result.ValidationUses));

    private static IReadOnlyList<ReportBlock> Uses(ValidationUses? uses) => uses is null
        ? [new NoteBlock("Not known for this pool.")]
        :
        [
            new NoteBlock(
                $"{Display.Count(uses.Total)} uses in all. Each selects what did well there, so results on the validation span are "
                    + "biased upwards; the span of this page should be another one."),
            new TableBlock(
                "validation-use-numbers",
                "Uses of the validation span",
                "Purpose",
                [new("Uses", "Number of decisions made on the validation span")],
                [
                    new("Epochs judged", [Cell.Count(uses.Epochs)]),
                    new("Trials ranked for the top K", [Cell.Count(uses.TopK)]),
                    new("Candidates of W (selection with replacement)", [Cell.Count(uses.W)]),
                    new("Ingredients of S (soup)", [Cell.Count(uses.S)]),
                    new("Fits of R (as-needed routers)", [Cell.Count(uses.R)]),
                    new("Calibrations", [Cell.Count(uses.Calibration)]),
                    .. uses.Extensions > 0 ? [new("Routers and forecasters of extensions", [Cell.Count(uses.Extensions)])]
                        : Array.Empty<TableRow>()
                ])
        ];
}
