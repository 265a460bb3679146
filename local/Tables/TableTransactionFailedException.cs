using System.Collections;
using System.Globalization;

namespace Azure.Data.Tables;

public class TableTransactionFailedException : RequestFailedException
{
    internal const string FailedIndexKey = "FailedEntity";
    internal const string IndexHint =
        $"\n The index of the entity that caused the error can be found in {nameof(FailedTransactionActionIndex)}.";

    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException.Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
        foreach (DictionaryEntry entry in requestFailedException.Data)
            Data.Add(entry.Key, entry.Value);
        if (int.TryParse(Data[FailedIndexKey] as string, CultureInfo.InvariantCulture, out var index))
            FailedTransactionActionIndex = index;
    }

    /// <summary>Where in the submitted sequence the action stands that the service refused; null when it named none.</summary>
    public int? FailedTransactionActionIndex { get; }
}
