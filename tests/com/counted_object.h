// Objects for tests: one with two chains of interfaces, one whose members cover every kind of parameter.
#pragma once

#include <string>

#include "com/answer.h"
#include "com/array.h"
#include "com/dispatch_table.h"
#include "com/text.h"
#include "discbench/imapi2.h"

namespace discbench::com {

/// A dual interface and one that is not; sets a flag when it dies.
class CountedObject final : public Object<Serves<IDiscMaster2, IDispatch>, Serves<IBurnVerification>> {
 public:
  explicit CountedObject(bool* dead = nullptr) : dead_(dead) {}

  HRESULT STDMETHODCALLTYPE GetTypeInfoCount(UINT*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetTypeInfo(UINT, LCID, ITypeInfo**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE GetIDsOfNames(REFIID, LPOLESTR*, UINT, LCID, DISPID*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE Invoke(DISPID, REFIID, LCID, WORD, DISPPARAMS*, VARIANT*, EXCEPINFO*, UINT*) override {
    return E_NOTIMPL;
  }
  HRESULT STDMETHODCALLTYPE get__NewEnum(IEnumVARIANT**) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_Item(LONG, BSTR*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_Count(LONG*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_IsSupportedEnvironment(VARIANT_BOOL*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE put_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_LEVEL level) override {
    level_ = level;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE get_BurnVerificationLevel(IMAPI_BURN_VERIFICATION_LEVEL* level) override {
    return answer(level, [&] { return level_; });
  }

  /// How many references there are.
  ULONG references() {
    AddRef();
    return Release();
  }

 private:
  ~CountedObject() override {
    if (dead_ != nullptr) *dead_ = true;
  }

  IMAPI_BURN_VERIFICATION_LEVEL level_ = IMAPI_BURN_VERIFICATION_NONE;
  bool* dead_;
};

/// Members with values, strings, objects and arrays, in and out; EraseMedia fails.
class ScriptedObject final : public DispatchObject<Serves<IDiscFormat2Erase, IDiscFormat2, IDispatch>> {
 public:
  static constexpr HRESULT refusal = E_IMAPI_ERASE_MEDIA_IS_NOT_ERASABLE;

  ScriptedObject() : DispatchObject(members) {}

  HRESULT STDMETHODCALLTYPE IsRecorderSupported(IDiscRecorder2* candidate, VARIANT_BOOL* value) override {
    return answer(value, [&] { return variant_bool(candidate != nullptr); });
  }
  HRESULT STDMETHODCALLTYPE IsCurrentMediaSupported(IDiscRecorder2*, VARIANT_BOOL*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_MediaPhysicallyBlank(VARIANT_BOOL* value) override {
    *value = VARIANT_TRUE;
    return S_FALSE;  // a success all the same
  }
  HRESULT STDMETHODCALLTYPE get_MediaHeuristicallyBlank(VARIANT_BOOL*) override { return E_NOTIMPL; }
  HRESULT STDMETHODCALLTYPE get_SupportedMediaTypes(SAFEARRAY** value) override {
    return answer(value, [] {
      ArrayBuilder array;
      array.add_long(IMAPI_MEDIA_TYPE_CDRW);
      array.add_text(u"text");
      return array.build();
    });
  }
  HRESULT STDMETHODCALLTYPE put_Recorder(IDiscRecorder2* value) override {
    recorder_was_put = true;
    recorder = value;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE get_Recorder(IDiscRecorder2** value) override {
    return answer(value, []() -> IDiscRecorder2* { return nullptr; });
  }
  HRESULT STDMETHODCALLTYPE put_FullErase(VARIANT_BOOL value) override {
    full_erase = value;
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE get_FullErase(VARIANT_BOOL* value) override {
    return answer(value, [&] { return full_erase; });
  }
  HRESULT STDMETHODCALLTYPE get_CurrentPhysicalMediaType(IMAPI_MEDIA_PHYSICAL_TYPE* value) override {
    return answer(value, [] { return IMAPI_MEDIA_TYPE_BDRE; });
  }
  HRESULT STDMETHODCALLTYPE put_ClientName(BSTR value) override {
    client_name = text_of(value);
    return S_OK;
  }
  HRESULT STDMETHODCALLTYPE get_ClientName(BSTR* value) override {
    return answer(value, [&] { return make_bstr(client_name); });
  }
  HRESULT STDMETHODCALLTYPE EraseMedia() override { return refusal; }

  VARIANT_BOOL full_erase = VARIANT_FALSE;
  std::u16string client_name;
  IDiscRecorder2* recorder = nullptr;
  bool recorder_was_put = false;

 private:
  ~ScriptedObject() override = default;

  static constexpr DispatchMember members[] = {
      method<&IDiscFormat2::IsRecorderSupported>(OLESTR("IsRecorderSupported"), 0x800),
      property<&IDiscFormat2::get_MediaPhysicallyBlank>(OLESTR("MediaPhysicallyBlank"), 0x700),
      property<&IDiscFormat2::get_SupportedMediaTypes>(OLESTR("SupportedMediaTypes"), 0x702),
      property<&IDiscFormat2Erase::get_Recorder, &IDiscFormat2Erase::put_Recorder>(OLESTR("Recorder"), 0x100),
      property<&IDiscFormat2Erase::get_FullErase, &IDiscFormat2Erase::put_FullErase>(OLESTR("FullErase"), 0x101),
      property<&IDiscFormat2Erase::get_CurrentPhysicalMediaType>(OLESTR("CurrentPhysicalMediaType"), 0x102),
      property<&IDiscFormat2Erase::get_ClientName, &IDiscFormat2Erase::put_ClientName>(OLESTR("ClientName"), 0x103),
      method<&IDiscFormat2Erase::EraseMedia>(OLESTR("EraseMedia"), 0x201),
  };
};

}  // namespace discbench::com
