using System.Text;

namespace Azure.Data.Tables.Rows;

internal sealed record ColumnName(string Text)
{
    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(Text);

    public ColumnRole Role { get; } = Text switch
    {
        "odata.metadata" => ColumnRole.Metadata,
        nameof(ITableEntity.Timestamp) => ColumnRole.Timestamp,
        _ when Text.EndsWith(ValueWriter.Annotation, StringComparison.Ordinal) => ColumnRole.TypeAnnotation,
        _ => ColumnRole.Data,
    };
}
