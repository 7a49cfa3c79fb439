namespace Python.Runtime;

// Declared: the name of a parameter type. No Python runs here.
public class PyObject
{
    internal PyObject()
    {
    }
}
