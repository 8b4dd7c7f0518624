using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Describe;

/// <summary>The instance fields that a state machine itself declares.</summary>
internal sealed class MachineFields
{
    private readonly OpenedModule module;
    private readonly List<MachineField> fields;

    public MachineFields(OpenedModule module, TypeDefinitionHandle stateMachine)
    {
        this.module = module;
        var parameters = new GenericNames(module.Metadata, stateMachine, default);
        var isResumable = IsResumable(stateMachine);
        var rows = module.Metadata.GetTypeDefinition(stateMachine).GetFields();
        fields = new List<MachineField>(rows.Count);
        foreach (var handle in rows)
        {
            var field = module.Metadata.GetFieldDefinition(handle);
            if ((field.Attributes & FieldAttributes.Static) != 0)
                continue;
            var name = module.Text(field.Name);
            var type = module.Signatures.OfField(field.Signature);
            fields.Add(new MachineField((uint)MetadataTokens.GetToken(handle), name, NamedRole.Of(name, ElementName.SimpleOf(type, parameters), isResumable), type));
        }
    }

    /// <summary>Null where no field is the builder.</summary>
    public MachineField? Builder
    {
        get
        {
            foreach (var candidate in fields)
            {
                if (candidate.Role.Role == FieldRole.Builder)
                    return candidate;
            }

            return null;
        }
    }

    public bool Any(FieldRole role) => fields.Exists(field => field.Role.Role == role);

    /// <summary>Null for a field that a base class declares, whose token is another module's.</summary>
    public MachineField? Find(uint token, string name)
    {
        foreach (var field in fields)
        {
            if (field.Token == token && field.Name == name)
                return field;
        }

        return null;
    }

    private bool IsResumable(TypeDefinitionHandle type)
    {
        foreach (var handle in module.Metadata.GetTypeDefinition(type).GetInterfaceImplementations())
        {
            if (FSharpFieldRoles.IsResumable(module.Signatures.OfType(module.Metadata.GetInterfaceImplementation(handle).Interface).SimpleName))
                return true;
        }

        return false;
    }
}
