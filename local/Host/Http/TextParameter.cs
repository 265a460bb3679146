using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using FitServerless.Local.Host.Invocation;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Http;

/// <summary>
/// Text from the URL to the type of a parameter as the worker's chain of converters does it: a few types by their own parsers,
/// everything else read as JSON. So <c>true</c> is a bool and <c>True</c> is an error.
/// </summary>
internal sealed class TextParameter(string functionName, ParameterInfo parameter, JsonSerializerOptions json)
{
    private readonly Type _type = parameter.ParameterType;
    private readonly Func<object?> _missing = CommonArguments.ForMissing(parameter);

    /// <exception cref="FunctionInputConverterException">The text is no such value, or is missing and must not be.</exception>
    public object? Convert(string? text)
    {
        if (text is null) return _missing();
        if (_type.IsAssignableFrom(typeof(string))) return text;
        try
        {
            return Parse(text);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new FunctionInputConverterException(
                $"Error converting input parameter '{parameter.Name}' of function '{functionName}' to '{_type}': {exception.Message}",
                exception);
        }
    }

    private object? Parse(string text)
    {
        var type = Nullable.GetUnderlyingType(_type) ?? _type;
        if (type == typeof(Guid) && Guid.TryParse(text, out var guid)) return guid;
        if (type == typeof(DateTimeOffset) && DateTimeOffset.TryParse(text, CultureInfo.CurrentCulture, out var instant)) return instant;
        if (type == typeof(DateTime) && DateTime.TryParse(text, CultureInfo.CurrentCulture, out var time)) return time;
        if (type == typeof(byte[])) return Encoding.UTF8.GetBytes(text);
        return JsonSerializer.Deserialize(text, _type, json);
    }
}
