using System.Globalization;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Coach.Conversations;

/// <summary>Conversations as rows.</summary>
internal static class ConversationRows
{
    /// <summary>Of all conversations' heads.</summary>
    public const string Heads = "head|";

    /// <summary>Of all turns of one.</summary>
    public static string Turns(string id) => $"turn|{TableKeys.Encode(id)}|";

    public static string HeadKey(string id) => Heads + TableKeys.Encode(id);

    public static string TurnKey(string id, int number) => string.Create(CultureInfo.InvariantCulture, $"{Turns(id)}{number:D9}");

    public static TableEntity ToRow(string userId, Conversation conversation) => new(userId, HeadKey(conversation.Id))
    {
        [nameof(Conversations.Conversation.Id)] = conversation.Id,
        [nameof(Conversations.Conversation.Personality)] = conversation.Personality,
        [nameof(Conversations.Conversation.Voice)] = conversation.Voice,
        [nameof(Conversations.Conversation.Summary)] = conversation.Summary,
        [nameof(Conversations.Conversation.TurnCount)] = conversation.TurnCount,
        [nameof(Conversations.Conversation.CreatedAt)] = conversation.CreatedAt,
        [nameof(Conversations.Conversation.UpdatedAt)] = conversation.UpdatedAt,
    };

    public static TableEntity ToRow(string userId, string id, Turn turn) => new(userId, TurnKey(id, turn.Number))
    {
        [nameof(Conversations.Turn.Number)] = turn.Number,
        [nameof(Conversations.Turn.MessageId)] = turn.MessageId,
        [nameof(Conversations.Turn.Text)] = turn.Text,
        [nameof(Conversations.Turn.Reply)] = turn.Reply,
        [nameof(Conversations.Turn.Model)] = turn.Model,
        [nameof(Conversations.Turn.At)] = turn.At,
    };

    public static Conversation Conversation(TableEntity row) => new()
    {
        Id = row.GetString(nameof(Conversations.Conversation.Id))!,
        Personality = row.GetString(nameof(Conversations.Conversation.Personality))!,
        Voice = row.GetString(nameof(Conversations.Conversation.Voice))!,
        Summary = row.GetString(nameof(Conversations.Conversation.Summary))!,
        TurnCount = row.GetInt32(nameof(Conversations.Conversation.TurnCount))!.Value,
        CreatedAt = row.GetDateTimeOffset(nameof(Conversations.Conversation.CreatedAt))!.Value,
        UpdatedAt = row.GetDateTimeOffset(nameof(Conversations.Conversation.UpdatedAt))!.Value,
        ETag = row.ETag,
    };

    public static Turn Turn(TableEntity row) => new(
        row.GetInt32(nameof(Conversations.Turn.Number))!.Value,
        row.GetString(nameof(Conversations.Turn.MessageId))!,
        row.GetString(nameof(Conversations.Turn.Text))!,
        row.GetString(nameof(Conversations.Turn.Reply))!,
        row.GetString(nameof(Conversations.Turn.Model)))
    {
        At = row.GetDateTimeOffset(nameof(Conversations.Turn.At))!.Value,
    };
}
