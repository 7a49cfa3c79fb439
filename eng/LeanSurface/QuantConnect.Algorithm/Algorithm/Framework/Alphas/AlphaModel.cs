using System.Collections.Generic;
using System.Linq;
using System;
using AlphaMix.LeanSurface;
using Python.Runtime;
using QuantConnect.Data.UniverseSelection;
using QuantConnect.Data;
using QuantConnect.Python;

namespace QuantConnect.Algorithm.Framework.Alphas;

public interface IAlphaModel : INotifiedSecurityChanges
{
    IEnumerable<Insight> Update(QCAlgorithm algorithm, Slice data);
}

public interface INamedModel
{
    string Name { get; }
}

// Behaving.
public class AlphaModel : BasePythonWrapper<AlphaModel>, IAlphaModel, INamedModel
{
    public AlphaModel()
    {
        Name = Guid.NewGuid().ToString();
    }

    public virtual string Name { get; set; }

    public virtual IEnumerable<Insight> Update(QCAlgorithm algorithm, Slice data) =>
        throw new NotImplementedException("An alpha model needs its own Update.");

    public virtual void OnSecuritiesChanged(QCAlgorithm algorithm, SecurityChanges changes)
    {
    }
}

// Behaving.
public class NullAlphaModel : AlphaModel
{
    public override IEnumerable<Insight> Update(QCAlgorithm algorithm, Slice data) => [];
}

// Behaving.
public class CompositeAlphaModel : AlphaModel
{
    private readonly List<IAlphaModel> _alphaModels = [];

    public CompositeAlphaModel(params IAlphaModel[] alphaModels)
    {
        _alphaModels.AddRange(alphaModels);
    }

    public CompositeAlphaModel(params PyObject[] alphaModels)
    {
        throw Declared.Only();
    }

    public override IEnumerable<Insight> Update(QCAlgorithm algorithm, Slice data)
    {
        foreach (var model in _alphaModels)
        {
            foreach (var insight in model.Update(algorithm, data))
            {
                if (string.IsNullOrEmpty(insight.SourceModel))
                    insight.SourceModel = (model as INamedModel)?.Name ?? model.GetType().Name;
                yield return insight;
            }
        }
    }

    public override void OnSecuritiesChanged(QCAlgorithm algorithm, SecurityChanges changes)
    {
        foreach (var model in _alphaModels)
            model.OnSecuritiesChanged(algorithm, changes);
    }

    public void AddAlpha(IAlphaModel alphaModel) => _alphaModels.Add(alphaModel);

    public void AddAlpha(PyObject pyAlphaModel) => throw Declared.Only();
}
