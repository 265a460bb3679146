using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Invocation;

/// <summary>Makes an instance, binds the parameters and calls the method, through delegates compiled once.</summary>
internal sealed class FunctionInvoker
{
    private readonly ObjectFactory? _createInstance;
    private readonly ArgumentBinder[] _parameters;
    private readonly Func<object?, object?[], ValueTask<object?>> _call;

    public FunctionInvoker(Function function, Func<ParameterInfo, ArgumentBinder> bindFromTrigger)
    {
        Function = function;
        var method = function.Method;
        _createInstance = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, []);
        _parameters = [.. method.GetParameters().Select(p => CommonArguments.ForAnyTrigger(p) ?? bindFromTrigger(p))];
        _call = CompiledCall.To(method);
    }

    public Function Function { get; }

    /// <summary>The innermost link of the worker's pipeline.</summary>
    public static Task InvokeAsync(FunctionContext context) => ((LocalFunctionContext)context).InvokeAsync();

    public async Task InvokeAsync(LocalFunctionContext context)
    {
        var instance = _createInstance?.Invoke(context.InstanceServices, null);
        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = await _parameters[i](context);
        context.Result = await _call(instance, arguments);
    }
}
