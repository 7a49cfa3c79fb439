using System;
using Python.Runtime;

namespace QuantConnect.Python;

// The base class that LEAN's models have; nothing in it is used.
public class BasePythonWrapper<TInterface> : IDisposable
{
    public BasePythonWrapper(bool validateInterface = true)
    {
    }

    public BasePythonWrapper(PyObject instance, bool validateInterface = true)
    {
    }

    public virtual void Dispose()
    {
    }
}
