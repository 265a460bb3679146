namespace Azure.Data.Tables.Rows;

internal enum ColumnRole
{
    Data,
    TypeAnnotation,
    Metadata,
    Timestamp,
}
