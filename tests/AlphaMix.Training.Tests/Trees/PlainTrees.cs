using AlphaMix.Core.Trees;
using AlphaMix.Training.Trees;

namespace AlphaMix.Training.Tests.Trees;

/// <summary>
/// Boosting by its definition, the oracle: every question is tried on the samples themselves, without bins, histograms or differences. Squared
/// loss; few distinct values, so that there is a question between any two of them.
/// </summary>
internal sealed class PlainTrees(TreeSamples samples, TreeOptions options)
{
    private readonly double[] _residuals = new double[samples.Count];
    private List<TreeNode> _nodes = [];

    public TreeEnsemble Train()
    {
        var start = samples.Targets.Average(target => (double)target);
        for (var i = 0; i < _residuals.Length; i++)
            _residuals[i] = (float)(samples.Targets[i] - start);
        var trees = new List<TreeNode[]>();
        var scores = Enumerable.Repeat(start, samples.Count).ToArray();
        while (trees.Count < options.Trees)
        {
            _nodes = [TreeNode.Leaf(0)];
            List<Leaf> leaves = [new(0, 0, [.. Enumerable.Range(0, samples.Count)])];
            leaves = options.Growth == TreeGrowth.Symmetric ? GrowSymmetric(leaves) : GrowOneByOne(leaves);
            foreach (var leaf in leaves)
            {
                var value = (float)(options.Rate * Value(leaf.Samples));
                _nodes[leaf.Node] = TreeNode.Leaf(value);
                leaf.Samples.ForEach(i => scores[i] += value);
            }

            for (var i = 0; i < scores.Length; i++)
                _residuals[i] = (float)(samples.Targets[i] - scores[i]);
            trees.Add([.. _nodes]);
        }

        return new TreeEnsemble(samples.WindowSize, start, trees);
    }

    private List<Leaf> GrowSymmetric(List<Leaf> leaves)
    {
        for (var depth = 0; depth < options.MaxDepth; depth++)
        {
            var best = Questions(missingLeft: true).MaxBy(question => Cosine(leaves.SelectMany(leaf => Sides(leaf, question))));
            leaves = [.. leaves.SelectMany(leaf => Split(leaf, best))];
        }

        return leaves;
    }

    private List<Leaf> GrowOneByOne(List<Leaf> leaves)
    {
        while (leaves.Count < options.MaxLeaves)
        {
            var open = leaves.Where(leaf => options.MaxDepth == 0 || leaf.Depth < options.MaxDepth)
                .SelectMany(leaf => Questions(false).Concat(Questions(true)).Select(question => (leaf, question)))
                .Where(each => Sides(each.leaf, each.question).All(side => side.Count >= options.MinLeafSamples))
                .Select(each => (each.leaf, each.question, Gain: Gain(each.leaf, each.question)))
                .Where(each => each.Gain > options.MinGain + 1e-9).ToArray();
            if (open.Length == 0)
                return leaves;
            var next = options.Growth == TreeGrowth.ByDepth ? open.Where(each => each.leaf == open.MinBy(any => any.leaf.Depth).leaf).ToArray() : open;
            var (chosen, asked, _) = next.MaxBy(each => each.Gain);
            leaves.Remove(chosen);
            leaves.AddRange(Split(chosen, WithSideOfUnseen(chosen, asked)));
        }

        return leaves;
    }

    private TreeNode WithSideOfUnseen(Leaf leaf, TreeNode question)
    {
        if (leaf.Samples.Exists(i => float.IsNaN(samples[i, question.Feature])))
            return question;
        var sides = Sides(leaf, question);
        return question with { MissingLeft = sides[0].Count > sides[1].Count };
    }

    private IEnumerable<TreeNode> Questions(bool missingLeft)
    {
        for (var feature = 0; feature < samples.WindowSize; feature++)
        {
            var values = Enumerable.Range(0, samples.Count).Select(i => samples[i, feature]).Where(x => !float.IsNaN(x)).Distinct().Order().ToArray();
            var isMissing = Enumerable.Range(0, samples.Count).Any(i => float.IsNaN(samples[i, feature]));
            if (isMissing && missingLeft && options.Growth == TreeGrowth.Symmetric)
                yield return new TreeNode(feature, -float.MaxValue, 0, true);
            for (var v = 1; v < values.Length; v++)
                yield return new TreeNode(feature, (values[v - 1] + values[v]) / 2, 0, missingLeft);
            if (isMissing && !missingLeft)
                yield return new TreeNode(feature, float.MaxValue, 0, false);
        }
    }

    private List<int>[] Sides(Leaf leaf, TreeNode question)
    {
        bool IsLeft(int i) => samples[i, question.Feature] is var x && (float.IsNaN(x) ? question.MissingLeft : x <= question.Value);
        return [leaf.Samples.FindAll(IsLeft), leaf.Samples.FindAll(i => !IsLeft(i))];
    }

    private IEnumerable<Leaf> Split(Leaf leaf, TreeNode question)
    {
        var (node, sides) = (_nodes.Count, Sides(leaf, question));
        _nodes[leaf.Node] = question with { Left = node };
        _nodes.AddRange([TreeNode.Leaf(0), TreeNode.Leaf(0)]);
        return [new Leaf(node, leaf.Depth + 1, sides[0]), new Leaf(node + 1, leaf.Depth + 1, sides[1])];
    }

    private double Gain(Leaf leaf, TreeNode question) => Sides(leaf, question).Sum(Saved) - Saved(leaf.Samples);

    private double Saved(List<int> of)
    {
        var sum = Math.Max(0, Math.Abs(of.Sum(i => _residuals[i])) - options.L1);
        return sum * sum / (of.Count + options.L2);
    }

    private double Value(List<int> of)
    {
        var sum = of.Sum(i => _residuals[i]);
        return of.Count == 0 ? 0 : Math.Sign(sum) * Math.Max(0, Math.Abs(sum) - options.L1) / (of.Count + options.L2);
    }

    private double Cosine(IEnumerable<List<int>> leaves)
    {
        var (product, own) = (0.0, 0.0);
        foreach (var leaf in leaves)
        {
            var value = Value(leaf);
            product += leaf.Sum(i => _residuals[i] * value);
            own += leaf.Count * value * value;
        }

        return own > 0 ? product / Math.Sqrt(own) : 0;
    }

    private sealed record Leaf(int Node, int Depth, List<int> Samples);
}
