namespace Python.Runtime;

// Declared: only the name of a parameter type. No Python runs here.
public class PyObject
{
}
