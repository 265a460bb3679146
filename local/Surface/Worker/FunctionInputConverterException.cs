namespace Microsoft.Azure.Functions.Worker;

/// <summary>A parameter of a function could not be filled from the route, the query or the trigger.</summary>
public class FunctionInputConverterException(string? message, Exception? innerException) : FunctionWorkerException(message, innerException)
{
    public FunctionInputConverterException(string? message)
        : this(message, innerException: null)
    {
    }
}
