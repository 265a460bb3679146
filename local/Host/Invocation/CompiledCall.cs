using System.Linq.Expressions;
using System.Reflection;

namespace FitServerless.Local.Host.Invocation;

internal static class CompiledCall
{
    public static Func<object?, object?[], ValueTask<object?>> To(MethodInfo method)
    {
        var instance = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var call = Expression.Call(
            method.IsStatic ? null : Expression.Convert(instance, method.DeclaringType!),
            method,
            method.GetParameters().Select((parameter, i) =>
                Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(i)), parameter.ParameterType)));
        return Expression
            .Lambda<Func<object?, object?[], ValueTask<object?>>>(ReturningValue(call, method), instance, arguments)
            .Compile();
    }

    private static Expression ReturningValue(Expression call, MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(void)) return Expression.Block(call, Expression.Default(typeof(ValueTask<object?>)));
        if (type == typeof(Task)) return Expression.Call(typeof(CompiledCall), nameof(Await), null, call);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
            return Expression.Call(typeof(CompiledCall), nameof(AwaitValue), type.GetGenericArguments(), call);
        if (type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>)))
            throw new FunctionHostException($"{method.DeclaringType}.{method.Name} must return a Task; a ValueTask is not awaited.");
        return Expression.Call(typeof(CompiledCall), nameof(Wrap), null, Expression.Convert(call, typeof(object)));
    }

    private static ValueTask<object?> Wrap(object? value) => new(value);

    private static async ValueTask<object?> Await(Task task)
    {
        await task;
        return null;
    }

    private static async ValueTask<object?> AwaitValue<T>(Task<T> task) => await task;
}
