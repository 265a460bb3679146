using System.Collections;
using System.Globalization;
using System.Reflection;
using FitServerless.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FitServerless.Administration;

/// <summary>
/// The app's settings as they are in force: every options class of its assemblies that has a section. They do not change before the process ends,
/// so they are read once.
/// </summary>
internal sealed class EffectiveSettings
{
    public EffectiveSettings(IServiceProvider services, IEnumerable<Assembly> assemblies)
    {
        var types = assemblies.SelectMany(assembly => assembly.GetTypes());
        foreach (var type in types.Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal)))
        {
            var section = type.GetField("Section")?.GetRawConstantValue() as string;
            if (section is not null || type.GetProperties().Any(option => option.IsDefined(typeof(SecretAttribute))))
                Read(section ?? "", ((IOptions<object>)services.GetRequiredService(typeof(IOptions<>).MakeGenericType(type))).Value);
        }
    }

    /// <summary>By name, as <c>Accounts:LinkMinutes</c>.</summary>
    public SortedDictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Secrets { get; } = new(StringComparer.Ordinal);

    private void Read(string section, object options)
    {
        foreach (var option in options.GetType().GetProperties().Where(option => option.GetIndexParameters().Length == 0))
        {
            var value = option.GetValue(options);
            if (option.GetCustomAttribute<SecretAttribute>() is { } secret)
                Secrets[secret.Setting] = value is string { Length: > 0 } ? "set" : "not set";
            else if (value is IDictionary named)
                ReadEach($"{section}:{option.Name}", named);
            else
                Values[$"{section}:{option.Name}"] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        }
    }

    private void ReadEach(string section, IDictionary named)
    {
        foreach (DictionaryEntry entry in named)
            Read($"{section}:{entry.Key}", entry.Value!);
    }
}
