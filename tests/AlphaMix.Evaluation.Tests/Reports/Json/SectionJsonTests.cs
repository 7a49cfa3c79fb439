using System.Text.Json.Nodes;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Json;

namespace AlphaMix.Evaluation.Tests.Reports.Json;

[TestFixture]
public class SectionJsonTests
{
    private static readonly TableColumn[] Columns = [new("Mean", ""), new("Range", ""), new("Kind", "")];

    [Test]
    public void Section_HasItsHeadingValuesAndTables_AsInTheCsv()
    {
        var table = new TableBlock("costs", "Costs", "Name", Columns,
        [
            new("a", [Cell.Number(1.5, 0.25), Cell.Range(-1, double.PositiveInfinity), Cell.Words("thin")]),
            new("b", [Cell.Share(0.125), Cell.Number(double.NaN), Cell.Empty])
        ]);
        var section = new ReportSection("own", "My own", "", [new NoteBlock("a note"), table])
        {
            Values = new Dictionary<string, double> { ["b"] = double.NaN, ["a"] = 2.5 }
        };

        var json = SectionJson.Create([section]);

        Assert.That(JsonNode.DeepEquals(json, JsonNode.Parse("""
            {
              "own": {
                "heading": "My own",
                "values": { "a": 2.5, "b": null },
                "tables": {
                  "costs": [
                    { "Name": "a", "Mean": 1.5, "Mean sd": 0.25, "Range from": -1, "Range to": null, "Kind": "thin" },
                    { "Name": "b", "Mean": 0.125, "Mean sd": null, "Range from": null, "Range to": null, "Kind": null }
                  ]
                }
              }
            }
            """)), json.ToJsonString());
    }

    [Test]
    public void ColumnsOfOneHead_AreRefused()
    {
        var table = new TableBlock("costs", "", "Name", [new("Mean", ""), new("Mean", "")], [new("a", [Cell.Number(1), Cell.Number(2)])]);

        Assert.That(() => SectionJson.Create([new ReportSection("own", "", "", [table])]), Throws.ArgumentException.With.Message.EqualTo("table costs: 'Mean' is there twice."));
    }

    [Test]
    public void Evaluation_HasSectionsOnlyWhereThereAreSome()
    {
        var result = SampleEvaluation.Run().Result;
        var section = new ReportSection("own", "My own", "", []);

        var without = JsonNode.Parse(EvaluationJson.ToString([result], [[]]))!.AsObject();
        var with = JsonNode.Parse(EvaluationJson.ToString([result], [[section]]))!.AsObject();

        Assert.Multiple(() =>
        {
            Assert.That(without.ContainsKey("sections"), Is.False);
            Assert.That(with.Select(pair => pair.Key), Is.EqualTo(without.Select(pair => pair.Key).Append("sections")));
            Assert.That((string)with["sections"]!["own"]!["heading"]!, Is.EqualTo("My own"));
        });
    }
}
