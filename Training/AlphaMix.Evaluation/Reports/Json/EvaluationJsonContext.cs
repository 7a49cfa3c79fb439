using System.Text.Json.Serialization;

namespace AlphaMix.Evaluation.Reports.Json;

/// <summary>How the parts of an evaluation are written: camel case, null for what is not a finite number.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(FiniteNumberConverter)])]
[JsonSerializable(typeof(EvaluationFields.Span))]
[JsonSerializable(typeof(EvaluationFields.Setting))]
[JsonSerializable(typeof(EvaluationFields.Strategy))]
[JsonSerializable(typeof(EvaluationFields.EqualWeight))]
[JsonSerializable(typeof(EvaluationFields.Random))]
[JsonSerializable(typeof(EvaluationFields.SuperiorAbility))]
[JsonSerializable(typeof(EvaluationFields.Overfitting))]
[JsonSerializable(typeof(EvaluationFields.Active[]))]
[JsonSerializable(typeof(EvaluationFields.Fold[]))]
[JsonSerializable(typeof(EvaluationFields.Uses))]
[JsonSerializable(typeof(EvaluationFields.Factors))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(string))]
internal sealed partial class EvaluationJsonContext : JsonSerializerContext;
