namespace FitServerless.Local.Cli;

/// <summary><c>--name value</c> pairs and <c>--flags</c> of one command.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _given = [];

    public string? this[string name] => _given.GetValueOrDefault(name);

    public bool Has(string flag) => _given.ContainsKey(flag);

    public static Options Parse(string[] arguments, string[] values, string[] flags)
    {
        var options = new Options();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var name))
        {
            if (flags.Contains(name))
                options._given[name] = "";
            else if (!values.Contains(name))
                throw new UsageException($"'{name}' means nothing here.");
            else if (rest.TryDequeue(out var value))
                options._given[name] = value;
            else
                throw new UsageException($"{name} wants a value.");
        }
        return options;
    }
}
