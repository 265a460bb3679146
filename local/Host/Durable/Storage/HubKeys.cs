using System.Globalization;
using System.Text;

namespace FitServerless.Local.Host.Durable.Storage;

/// <summary>The keys of the instances' table.</summary>
internal static class HubKeys
{
    /// <summary>The row that says how an instance is; beside it lie its history, what came and what is to go.</summary>
    public const string State = "s";

    public const string FirstTurn = "h";
    public const string FirstInbox = "i";
    public const string AfterInbox = "j";
    public const string FirstOutbox = "o";
    public const string AfterOutbox = "p";

    // One byte per character stays under the 1 KiB of a key, whatever the id.
    private const string Forbidden = "/\\#?%^";

    public static string Inbox(string messageKey) => FirstInbox + messageKey;

    public static string Outbox(string messageKey) => FirstOutbox + messageKey;

    /// <summary>An execution that continues as new starts a new generation of turns.</summary>
    public static string Turn(int generation, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{FirstTurn}{generation:D9}-{number:D9}");

    public static string FirstTurnOf(int generation) => string.Create(CultureInfo.InvariantCulture, $"{FirstTurn}{generation:D9}");

    /// <summary>The id with what keys may not contain written as <c>^</c> and its code.</summary>
    public static string Partition(string instanceId)
    {
        if (!instanceId.Any(MustBeEscaped)) return instanceId;
        var key = new StringBuilder();
        foreach (var letter in instanceId)
        {
            if (MustBeEscaped(letter)) key.Append(CultureInfo.InvariantCulture, $"^{(int)letter:X4}");
            else key.Append(letter);
        }

        return key.ToString();
    }

    private static bool MustBeEscaped(char letter) => char.IsControl(letter) || Forbidden.Contains(letter, StringComparison.Ordinal);
}
