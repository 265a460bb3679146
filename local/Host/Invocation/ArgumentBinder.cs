namespace FitServerless.Local.Host.Invocation;

/// <summary>Fetches the value of one parameter; nearly always without waiting.</summary>
internal delegate ValueTask<object?> ArgumentBinder(LocalFunctionContext context);
